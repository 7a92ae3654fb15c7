<?xml version="1.0" encoding="UTF-8"?>
<!-- The appendices as blanks for a word processor: forms 1, 3, 4 and the table of 6 with lines to fill in; the structures of 2 and
     5 as skeletons whose headings are real, so that what is typed beneath them passes the outline check. Wording is the act's,
     read from act.xml, which is the input; only the hints are ours.
     appendix: "1" … "6". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:s="urn:irikteu:style:1" xmlns:a="urn:irikteu:act:1" exclude-result-prefixes="s a">
  <xsl:import href="../../style/word.xsl"/>
  <xsl:param name="appendix"/>

  <xsl:variable name="form" select="/a:act/a:appendices/a:appendix[@id = $appendix]"/>
  <xsl:variable name="mark" select="concat('Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына ', $appendix, '-қосымша')"/>

  <xsl:template match="/a:act">
    <xsl:if test="not($form)"><xsl:message terminate="yes"><xsl:value-of select="concat('the act has no appendix ', $appendix)"/></xsl:message></xsl:if>
    <xsl:call-template name="s:package">
      <xsl:with-param name="title" select="($form/a:paper_title | $form/a:title[not($form/a:paper_title)])[1]"/>
      <xsl:with-param name="orientation"><xsl:choose><xsl:when test="$appendix = '6'">landscape</xsl:when><xsl:otherwise>portrait</xsl:otherwise></xsl:choose></xsl:with-param>
      <xsl:with-param name="body">
        <xsl:choose>
          <xsl:when test="$appendix = '1' or $appendix = '4'"><xsl:call-template name="application"/></xsl:when>
          <xsl:when test="$appendix = '3'"><xsl:call-template name="local-conclusion"/></xsl:when>
          <xsl:when test="$appendix = '6'"><xsl:call-template name="road-map"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="structure"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="appendix-mark">
    <xsl:call-template name="s:p"><xsl:with-param name="text" select="$mark"/><xsl:with-param name="align">center</xsl:with-param><xsl:with-param name="left" select="5000"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="title">
    <xsl:call-template name="s:p"><xsl:with-param name="text" select="$form/a:title"/><xsl:with-param name="style">Title</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- Appendices 1 and 4: the form's fields in the act's order, then the intake block. -->
  <xsl:template name="application">
    <xsl:call-template name="appendix-mark"/>
    <xsl:for-each select="$form/a:form/a:field">
      <xsl:choose>
        <xsl:when test="@id = 'addressee'">
          <w:p>
            <w:pPr><w:pStyle w:val="Normal"/><w:ind w:left="5000"/><w:jc w:val="center"/></w:pPr>
            <w:r><w:t xml:space="preserve"><xsl:value-of select="a:text"/><xsl:text> </xsl:text></w:t></w:r>
            <xsl:if test="$appendix = '4'"><xsl:call-template name="s:control"><xsl:with-param name="tag">application-addressee</xsl:with-param><xsl:with-param name="hint">___________________________</xsl:with-param></xsl:call-template></xsl:if>
          </w:p>
        </xsl:when>
        <xsl:when test="@id = 'title'"><xsl:call-template name="title"/></xsl:when>
        <xsl:when test="a:caption">
          <xsl:call-template name="s:form-line">
            <xsl:with-param name="tag" select="concat('application-', translate(@id, '.', '-'))"/>
            <xsl:with-param name="caption" select="a:caption"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="s:p"><xsl:with-param name="text" select="a:text"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <w:tbl>
      <xsl:call-template name="s:table-head"><xsl:with-param name="borders">nil</xsl:with-param></xsl:call-template>
      <w:tblGrid><w:gridCol w:w="4900"/><w:gridCol w:w="4900"/></w:tblGrid>
      <w:tr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4900"/><xsl:with-param name="text">Қабылдады:</xsl:with-param></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4900"/><xsl:with-param name="text">Қолы: ________, № ______,</xsl:with-param></xsl:call-template>
      </w:tr>
      <w:tr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4900"/><xsl:with-param name="text">____________________ (өтінімді қабылдаған адамның Т.А.Ә.)</xsl:with-param></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4900"/><xsl:with-param name="text">қабылдау күні 20__ жылғы «___» _______</xsl:with-param></xsl:call-template>
      </w:tr>
    </w:tbl>
    <xsl:call-template name="s:p"><xsl:with-param name="text">осы өтінімнің көшірмесі өтініш берушіге беріледі</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- Appendix 3. -->
  <xsl:template name="local-conclusion">
    <xsl:call-template name="appendix-mark"/>
    <xsl:call-template name="title"/>
    <w:p>
      <w:pPr><w:tabs><w:tab w:val="right" w:pos="10200"/></w:tabs></w:pPr>
      <w:r><w:t xml:space="preserve">№ </w:t></w:r>
      <xsl:call-template name="s:control"><xsl:with-param name="tag">local_conclusion-number</xsl:with-param><xsl:with-param name="hint">____________</xsl:with-param></xsl:call-template>
      <w:r><w:tab/></w:r>
      <xsl:call-template name="s:control"><xsl:with-param name="tag">local_conclusion-date</xsl:with-param><xsl:with-param name="hint">20___ жылғы «___» ________________</xsl:with-param></xsl:call-template>
    </w:p>
    <w:p>
      <w:pPr><w:pStyle w:val="FormLine"/><w:jc w:val="left"/></w:pPr>
      <w:r><w:t xml:space="preserve">1. </w:t></w:r>
      <xsl:call-template name="s:control"><xsl:with-param name="tag">local_conclusion-cluster_name</xsl:with-param><xsl:with-param name="hint">________________________</xsl:with-param></xsl:call-template>
    </w:p>
    <xsl:call-template name="s:p"><xsl:with-param name="text">(аумақтық кластердің атауы)</xsl:with-param><xsl:with-param name="style">FormCaption</xsl:with-param></xsl:call-template>
    <w:p>
      <w:pPr><w:pStyle w:val="Normal"/></w:pPr>
      <w:r><w:t xml:space="preserve">2. Мекенжайы және телефоны </w:t></w:r>
      <xsl:call-template name="s:control"><xsl:with-param name="tag">local_conclusion-address</xsl:with-param><xsl:with-param name="hint">________________________</xsl:with-param></xsl:call-template>
    </w:p>
    <w:p>
      <w:pPr><w:pStyle w:val="Normal"/></w:pPr>
      <w:r><w:t xml:space="preserve">Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының </w:t></w:r>
      <xsl:call-template name="s:control"><xsl:with-param name="tag">local_conclusion-organ_name</xsl:with-param><xsl:with-param name="hint">________________________</xsl:with-param></xsl:call-template>
      <w:r><w:t xml:space="preserve"> мемлекеттік мекемесі (атауы)</w:t></w:r>
    </w:p>
    <xsl:call-template name="s:p"><xsl:with-param name="text">Қатысушылардың болуын/болмауын және аумақтық кластерді ұйымдастырудың орындылығын/орынсыздығын растайды.</xsl:with-param></xsl:call-template>
    <w:tbl>
      <xsl:call-template name="s:table-head"/>
      <w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="4700"/><w:gridCol w:w="4700"/></w:tblGrid>
      <w:tr>
        <w:trPr><w:tblHeader/></w:trPr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="800"/><xsl:with-param name="text">№</xsl:with-param><xsl:with-param name="bold" select="true()"/></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4700"/><xsl:with-param name="text">Кластерге қатысушылар</xsl:with-param><xsl:with-param name="bold" select="true()"/></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4700"/><xsl:with-param name="text">Кластерге қатысушының қызмет түрі</xsl:with-param><xsl:with-param name="bold" select="true()"/></xsl:call-template>
      </w:tr>
      <xsl:call-template name="participant-rows"/>
    </w:tbl>
    <w:p>
      <w:pPr><w:spacing w:before="240"/></w:pPr>
      <w:r><w:t xml:space="preserve">Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының мемлекеттік мекемесі «(атауы)» </w:t></w:r>
      <xsl:call-template name="s:control"><xsl:with-param name="tag">local_conclusion-signatory-name</xsl:with-param><xsl:with-param name="hint">____________________</xsl:with-param></xsl:call-template>
      <w:r><w:t xml:space="preserve"> ________________ (Т.А.Ә., қолы)</w:t></w:r>
    </w:p>
    <xsl:call-template name="s:p"><xsl:with-param name="text">М.О.</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template name="participant-rows">
    <xsl:param name="number" select="1"/>
    <xsl:if test="$number &lt;= 10">
      <w:tr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="800"/><xsl:with-param name="text" select="concat($number, '.')"/></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4700"/><xsl:with-param name="tag" select="concat('local_conclusion-row-', $number, '-participant')"/></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="4700"/><xsl:with-param name="tag" select="concat('local_conclusion-row-', $number, '-activity')"/></xsl:call-template>
      </w:tr>
      <xsl:call-template name="participant-rows"><xsl:with-param name="number" select="$number + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Appendices 2 and 5: title, hints of the act, headings with their numbers. -->
  <xsl:template name="structure">
    <xsl:call-template name="s:p"><xsl:with-param name="text" select="$form/a:paper_title"/><xsl:with-param name="style">Title</xsl:with-param></xsl:call-template>
    <xsl:for-each select="$form/a:intro/a:text">
      <xsl:call-template name="s:block-control"><xsl:with-param name="tag" select="concat($form/@part, '-intro-', position())"/><xsl:with-param name="hint" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="$form/a:structure/a:section"/>
  </xsl:template>

  <xsl:template match="a:section">
    <xsl:variable name="level" select="count(ancestor-or-self::a:section)"/>
    <xsl:call-template name="s:p">
      <xsl:with-param name="text" select="a:title"/>
      <xsl:with-param name="style" select="concat('Heading', $level)"/>
      <xsl:with-param name="more">
        <!-- The act numbers an item "2.1." where its neighbours have "1)". -->
        <xsl:if test="$level = 2 and not(contains(@number, ')'))"><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="a:sheet"><xsl:call-template name="sheets"><xsl:with-param name="sheet" select="a:sheet"/></xsl:call-template></xsl:when>
      <xsl:when test="a:section">
        <xsl:if test="a:note"><xsl:call-template name="s:block-control"><xsl:with-param name="tag" select="concat($form/@part, '-', @id)"/><xsl:with-param name="hint" select="a:note"/></xsl:call-template></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="s:block-control">
          <xsl:with-param name="tag" select="concat($form/@part, '-', @id)"/>
          <xsl:with-param name="hint" select="/a:act/a:wording/a:phrase[@use = 'hint'][1]"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="a:section"/>
  </xsl:template>

  <!-- Ten company sheets: so many legal entities the criteria ask for (1.1); what is left over is deleted. -->
  <xsl:template name="sheets">
    <xsl:param name="sheet"/>
    <xsl:param name="number" select="1"/>
    <xsl:if test="$number = 1">
      <xsl:call-template name="s:block-control"><xsl:with-param name="tag">company-note</xsl:with-param><xsl:with-param name="hint" select="concat(a:note, '. ', /a:act/a:wording/a:phrase[@use = 'hint'][2])"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$number &lt;= 10">
      <xsl:call-template name="sheet"><xsl:with-param name="sheet" select="$sheet"/><xsl:with-param name="number" select="$number"/></xsl:call-template>
      <w:p/>
      <xsl:call-template name="sheets"><xsl:with-param name="sheet" select="$sheet"/><xsl:with-param name="number" select="$number + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="sheet">
    <xsl:param name="sheet"/>
    <xsl:param name="number"/>
    <w:tbl>
      <xsl:call-template name="s:table-head"/>
      <w:tblGrid><w:gridCol w:w="2800"/><w:gridCol w:w="1800"/><w:gridCol w:w="1400"/><w:gridCol w:w="1400"/><w:gridCol w:w="1400"/><w:gridCol w:w="1400"/></w:tblGrid>
      <xsl:for-each select="$sheet/a:row">
        <xsl:variable name="row" select="."/>
        <xsl:if test="not(a:cell)">
          <w:tr>
            <w:trPr><w:cantSplit/></w:trPr>
            <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="4600"/><xsl:with-param name="span" select="2"/><xsl:with-param name="text" select="a:title"/></xsl:call-template>
            <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="5600"/><xsl:with-param name="span" select="4"/><xsl:with-param name="tag" select="concat('company-', $number, '-', @id)"/></xsl:call-template>
          </w:tr>
        </xsl:if>
        <xsl:for-each select="a:cell">
          <xsl:call-template name="sheet-part">
            <xsl:with-param name="label"><xsl:if test="position() = 1"><xsl:value-of select="$row/a:title"/></xsl:if></xsl:with-param>
            <xsl:with-param name="cell" select="."/>
            <xsl:with-param name="number" select="$number"/>
            <xsl:with-param name="times"><xsl:value-of select="@times"/><xsl:if test="not(@times)">1</xsl:if></xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
      <w:tr>
            <w:trPr><w:cantSplit/></w:trPr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="4600"/><xsl:with-param name="span" select="2"/><xsl:with-param name="text" select="$sheet/a:indicators/a:title"/></xsl:call-template>
        <xsl:for-each select="$sheet/a:indicators/a:year"><xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="1400"/><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
      </w:tr>
      <xsl:for-each select="$sheet/a:indicators/a:row">
        <xsl:variable name="indicator" select="@id"/>
        <w:tr>
            <w:trPr><w:cantSplit/></w:trPr>
          <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="4600"/><xsl:with-param name="span" select="2"/><xsl:with-param name="text" select="a:title"/></xsl:call-template>
          <xsl:for-each select="$sheet/a:indicators/a:year"><xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="1400"/><xsl:with-param name="tag" select="concat('company-', $number, '-', $indicator, '-', .)"/></xsl:call-template></xsl:for-each>
        </w:tr>
      </xsl:for-each>
    </w:tbl>
  </xsl:template>

  <xsl:template name="sheet-part">
    <xsl:param name="label"/>
    <xsl:param name="cell"/>
    <xsl:param name="number"/>
    <xsl:param name="times"/>
    <xsl:param name="nth" select="1"/>
    <xsl:if test="$nth &lt;= $times">
      <w:tr>
            <w:trPr><w:cantSplit/></w:trPr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/>
          <xsl:with-param name="width" select="2800"/>
          <xsl:with-param name="merge"><xsl:choose><xsl:when test="string($label) and $nth = 1">restart</xsl:when><xsl:otherwise>continue</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="text"><xsl:if test="$nth = 1"><xsl:value-of select="$label"/></xsl:if></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="1800"/><xsl:with-param name="text" select="$cell/a:title"/></xsl:call-template>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="keep" select="true()"/><xsl:with-param name="width" select="5600"/><xsl:with-param name="span" select="4"/><xsl:with-param name="tag" select="concat('company-', $number, '-', $cell/@id, '-', $nth)"/></xsl:call-template>
      </w:tr>
      <xsl:call-template name="sheet-part">
        <xsl:with-param name="label" select="$label"/>
        <xsl:with-param name="cell" select="$cell"/>
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="times" select="$times"/>
        <xsl:with-param name="nth" select="$nth + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Appendix 6: the table, three measures a group, then the attributes that it has no column for. -->
  <xsl:template name="road-map">
    <xsl:call-template name="s:p"><xsl:with-param name="text" select="$mark"/><xsl:with-param name="align">center</xsl:with-param><xsl:with-param name="left" select="9000"/></xsl:call-template>
    <xsl:call-template name="s:p"><xsl:with-param name="text" select="$form/a:title"/><xsl:with-param name="style">Title</xsl:with-param></xsl:call-template>
    <w:tbl>
      <xsl:call-template name="s:table-head"/>
      <w:tblGrid><w:gridCol w:w="900"/><xsl:for-each select="$form/a:table/a:column[position() &gt; 1]"><w:gridCol w:w="2370"/></xsl:for-each></w:tblGrid>
      <w:tr>
        <w:trPr><w:tblHeader/></w:trPr>
        <xsl:for-each select="$form/a:table/a:column">
          <xsl:call-template name="s:cell-of"><xsl:with-param name="width"><xsl:choose><xsl:when test="position() = 1">900</xsl:when><xsl:otherwise>2370</xsl:otherwise></xsl:choose></xsl:with-param><xsl:with-param name="text" select="a:title"/><xsl:with-param name="bold" select="true()"/></xsl:call-template>
        </xsl:for-each>
      </w:tr>
      <xsl:for-each select="$form/a:groups/a:group">
        <w:tr><xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="15120"/><xsl:with-param name="span" select="7"/><xsl:with-param name="text" select="concat(@number, ' ', a:title)"/><xsl:with-param name="bold" select="true()"/></xsl:call-template></w:tr>
        <xsl:call-template name="measure-rows"><xsl:with-param name="group" select="."/><xsl:with-param name="columns" select="$form/a:table/a:column[position() &gt; 1]"/><xsl:with-param name="width" select="2370"/></xsl:call-template>
      </xsl:for-each>
    </w:tbl>
    <!-- What the appendix says below its table, as hints: they are not part of what is handed in. -->
    <xsl:call-template name="s:block-control"><xsl:with-param name="tag">road_map-hint-groups</xsl:with-param><xsl:with-param name="hint" select="concat($form/a:groups/a:title, ':')"/></xsl:call-template>
    <xsl:for-each select="$form/a:groups/a:group"><xsl:call-template name="s:block-control"><xsl:with-param name="tag" select="concat('road_map-hint-group-', position())"/><xsl:with-param name="hint" select="concat(@number, ' ', a:title)"/></xsl:call-template></xsl:for-each>
    <xsl:call-template name="s:block-control"><xsl:with-param name="tag">road_map-hint-attributes</xsl:with-param><xsl:with-param name="hint" select="concat($form/a:attributes/a:title, ':')"/></xsl:call-template>
    <xsl:for-each select="$form/a:attributes/a:attribute"><xsl:call-template name="s:block-control"><xsl:with-param name="tag" select="concat('road_map-hint-attribute-', position())"/><xsl:with-param name="hint" select="concat(@number, ' ', a:title)"/></xsl:call-template></xsl:for-each>
    <xsl:variable name="rest" select="$form/a:attributes/a:attribute[@element = 'concept' or @element = 'results' or @element = 'target_group' or @element = 'evaluation']"/>
    <w:tbl>
      <xsl:call-template name="s:table-head"/>
      <w:tblGrid><w:gridCol w:w="900"/><xsl:for-each select="$rest"><w:gridCol w:w="3555"/></xsl:for-each></w:tblGrid>
      <w:tr>
        <w:trPr><w:tblHeader/></w:trPr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="900"/><xsl:with-param name="text">№</xsl:with-param><xsl:with-param name="bold" select="true()"/></xsl:call-template>
        <xsl:for-each select="$rest"><xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="3555"/><xsl:with-param name="text" select="a:title"/><xsl:with-param name="bold" select="true()"/></xsl:call-template></xsl:for-each>
      </w:tr>
      <xsl:for-each select="$form/a:groups/a:group">
        <xsl:call-template name="measure-rows"><xsl:with-param name="group" select="."/><xsl:with-param name="columns" select="$rest"/><xsl:with-param name="width" select="3555"/></xsl:call-template>
      </xsl:for-each>
    </w:tbl>
    <w:p/>
  </xsl:template>

  <xsl:template name="measure-rows">
    <xsl:param name="group"/>
    <xsl:param name="columns"/>
    <xsl:param name="width"/>
    <xsl:param name="nth" select="1"/>
    <xsl:if test="$nth &lt;= 3">
      <w:tr>
        <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="900"/><xsl:with-param name="text" select="concat($group/@number, $nth, '.')"/></xsl:call-template>
        <xsl:for-each select="$columns">
          <xsl:call-template name="s:cell-of"><xsl:with-param name="width" select="$width"/><xsl:with-param name="tag" select="concat('road_map-', $group/@number, $nth, '-', @id)"/></xsl:call-template>
        </xsl:for-each>
      </w:tr>
      <xsl:call-template name="measure-rows"><xsl:with-param name="group" select="$group"/><xsl:with-param name="columns" select="$columns"/><xsl:with-param name="width" select="$width"/><xsl:with-param name="nth" select="$nth + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Appendix 3: conclusion of the local executive body (clauses 6(3), 7(5)). Wording and order are the act's own, to the
     letter. Input: a document of kind local-conclusion-3 with a dossier, whose local_conclusion fills the lines; what is
     absent stays a blank. Where the body confirms one alternative, only that one is printed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p d o">
  <xsl:import href="parts/phrases.xsl"/>

  <xsl:variable name="conclusion" select="/d:document/o:dossier[1]/o:local_conclusion"/>

  <!-- The body's name without the words that the form prints after it. -->
  <xsl:variable name="organ">
    <xsl:variable name="name" select="normalize-space($conclusion/o:organ_name)"/>
    <xsl:choose>
      <xsl:when test="contains($name, ' мемлекеттік мекемесі')"><xsl:value-of select="substring-before($name, ' мемлекеттік мекемесі')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/d:document">
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы</xsl:with-param>
      <xsl:with-param name="author" select="$conclusion/o:organ_name"/>
      <xsl:with-param name="subject" select="$conclusion/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">3-қосымша</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="s:appendix-mark">
          <xsl:with-param name="text">Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша</xsl:with-param>
        </xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:type">Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысы</fo:block>
        <xsl:call-template name="number-and-date"/>
        <xsl:call-template name="cluster"/>
        <xsl:call-template name="body-and-statement"/>
        <xsl:call-template name="participants"/>
        <xsl:call-template name="signature"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="number-and-date">
    <fo:block ir:role="P" text-align="justify" text-align-last="justify" space-after="10pt">
      <xsl:text>№&#160;</xsl:text>
      <xsl:call-template name="s:blank">
        <xsl:with-param name="value" select="$conclusion/o:number"/>
        <xsl:with-param name="underscores" select="'____________'"/>
        <xsl:with-param name="field">local_conclusion-number</xsl:with-param>
        <xsl:with-param name="tooltip">қорытындының нөмірі</xsl:with-param>
      </xsl:call-template>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:text> </xsl:text>
      <xsl:call-template name="date"/>
    </fo:block>
  </xsl:template>

  <!-- "2015 жылғы «10» қыркүйек"; as written where it is no ISO date; the form's blanks where there is none. -->
  <xsl:template name="date">
    <xsl:variable name="date" select="normalize-space($conclusion/o:date)"/>
    <xsl:choose>
      <xsl:when test="string-length($date) = 10 and translate($date, '0123456789', '') = '--'">
        <xsl:variable name="day" select="string(number(substring($date, 9, 2)))"/>
        <xsl:variable name="spoken" select="translate(f:date($date), '&#160;', ' ')"/>
        <xsl:value-of select="concat(substring($date, 1, 4), '&#160;жылғы «', $day, '»&#160;',
          substring-after(substring-after($spoken, 'жылғы '), ' '))"/>
      </xsl:when>
      <xsl:when test="$date"><xsl:value-of select="$date"/></xsl:when>
      <xsl:when test="$s:fields">
        <xsl:call-template name="p:date-fields"><xsl:with-param name="name">local_conclusion-date</xsl:with-param><xsl:with-param name="of">қорытындының</xsl:with-param></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>20___&#160;жылғы «___»&#160;________________</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="cluster">
    <fo:list-block provisional-distance-between-starts="9mm" provisional-label-separation="2mm">
      <fo:list-item>
        <fo:list-item-label end-indent="label-end()"><fo:block>1.</fo:block></fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <xsl:call-template name="s:line">
            <xsl:with-param name="value" select="$conclusion/o:cluster_name"/>
            <xsl:with-param name="hint">(аумақтық кластердің атауы)</xsl:with-param>
            <xsl:with-param name="field">local_conclusion-cluster_name</xsl:with-param>
            <xsl:with-param name="width" select="$text-width - 9"/>
            <xsl:with-param name="space" select="'0pt'"/>
          </xsl:call-template>
        </fo:list-item-body>
      </fo:list-item>
      <fo:list-item space-before="8pt">
        <fo:list-item-label end-indent="label-end()"><fo:block>2.</fo:block></fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <fo:block>
            <xsl:text>Мекенжайы және телефоны </xsl:text>
            <xsl:call-template name="s:blank">
              <xsl:with-param name="value">
                <xsl:call-template name="s:join">
                  <xsl:with-param name="a" select="$conclusion/o:address"/>
                  <xsl:with-param name="b" select="translate($conclusion/o:phone, ' ', '&#160;')"/>
                </xsl:call-template>
              </xsl:with-param>
              <xsl:with-param name="underscores" select="'________________________'"/>
              <xsl:with-param name="field">local_conclusion-address</xsl:with-param>
              <xsl:with-param name="tooltip">мекенжайы және телефоны</xsl:with-param>
              <xsl:with-param name="width" select="$text-width - 72"/>
            </xsl:call-template>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template name="body-and-statement">
    <fo:block xsl:use-attribute-sets="s:paragraph" space-before="10pt">
      <xsl:text>Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының </xsl:text>
      <xsl:call-template name="s:blank">
        <xsl:with-param name="value" select="$organ"/>
        <xsl:with-param name="underscores" select="'________________________'"/>
        <xsl:with-param name="field">local_conclusion-organ_name</xsl:with-param>
        <xsl:with-param name="tooltip">мемлекеттік мекеменің атауы</xsl:with-param>
        <xsl:with-param name="width" select="90"/>
      </xsl:call-template>
      <xsl:text> мемлекеттік мекемесі (атауы)</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>Қатысушылардың </xsl:text>
      <xsl:choose>
        <xsl:when test="$conclusion/o:confirmation/@participants = 'present'">болуын</xsl:when>
        <xsl:when test="$conclusion/o:confirmation/@participants = 'absent'">болмауын</xsl:when>
        <xsl:when test="$s:fields">
          <ir:field kind="check-box" name="local_conclusion-participants-present" tooltip="қатысушылардың болуын растайды" font-size="11pt"/>
          <xsl:text>&#160;болуын/</xsl:text>
          <ir:field kind="check-box" name="local_conclusion-participants-absent" tooltip="қатысушылардың болмауын растайды" font-size="11pt"/>
          <xsl:text>&#160;болмауын</xsl:text>
        </xsl:when>
        <xsl:otherwise>болуын/болмауын</xsl:otherwise>
      </xsl:choose>
      <xsl:text> және аумақтық кластерді ұйымдастырудың </xsl:text>
      <xsl:choose>
        <xsl:when test="$conclusion/o:confirmation/@organising = 'expedient'">орындылығын</xsl:when>
        <xsl:when test="$conclusion/o:confirmation/@organising = 'inexpedient'">орынсыздығын</xsl:when>
        <xsl:when test="$s:fields">
          <ir:field kind="check-box" name="local_conclusion-organising-expedient" tooltip="аумақтық кластерді ұйымдастырудың орындылығын растайды" font-size="11pt"/>
          <xsl:text>&#160;орындылығын/</xsl:text>
          <ir:field kind="check-box" name="local_conclusion-organising-inexpedient" tooltip="аумақтық кластерді ұйымдастырудың орынсыздығын растайды" font-size="11pt"/>
          <xsl:text>&#160;орынсыздығын</xsl:text>
        </xsl:when>
        <xsl:otherwise>орындылығын/орынсыздығын</xsl:otherwise>
      </xsl:choose>
      <xsl:text> растайды.</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="participants">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="14mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Кластерге қатысушылар</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Кластерге қатысушының қызмет түрі</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$conclusion/o:table/o:row">
          <xsl:call-template name="participant">
            <xsl:with-param name="number">
              <xsl:choose>
                <xsl:when test="normalize-space(o:number)"><xsl:value-of select="o:number"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="concat(position(), '.')"/></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
            <xsl:with-param name="participant" select="o:participant"/>
            <xsl:with-param name="activity" select="o:activity"/>
            <!-- The signature draws the last row to its page; it never comes alone. -->
            <xsl:with-param name="kept" select="position() = last() - 1"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:if test="$s:fields"><xsl:call-template name="field-rows"/></xsl:if>
        <xsl:if test="not($s:fields or $conclusion/o:table/o:row)">
          <xsl:call-template name="participant"><xsl:with-param name="number">1.</xsl:with-param></xsl:call-template>
          <xsl:call-template name="participant"><xsl:with-param name="number">2.</xsl:with-param></xsl:call-template>
          <xsl:call-template name="participant"><xsl:with-param name="number">3.</xsl:with-param></xsl:call-template>
          <xsl:call-template name="participant"><xsl:with-param name="number">4.</xsl:with-param></xsl:call-template>
          <xsl:call-template name="participant"><xsl:with-param name="number">...</xsl:with-param></xsl:call-template>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Rows of fields, as many as are likely to be wanted. -->
  <xsl:template name="field-rows">
    <xsl:param name="number" select="1"/>
    <xsl:if test="$number &lt;= 25">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="concat($number, '.')"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
        <xsl:call-template name="s:field-cell"><xsl:with-param name="name" select="concat('local_conclusion-row-', $number, '-participant')"/><xsl:with-param name="tooltip" select="concat('кластерге қатысушы, ', $number)"/><xsl:with-param name="width" select="($text-width - 14) div 2 - 3"/></xsl:call-template>
        <xsl:call-template name="s:field-cell"><xsl:with-param name="name" select="concat('local_conclusion-row-', $number, '-activity')"/><xsl:with-param name="tooltip" select="concat('қызмет түрі, ', $number)"/><xsl:with-param name="width" select="($text-width - 14) div 2 - 3"/></xsl:call-template>
      </fo:table-row>
      <xsl:call-template name="field-rows"><xsl:with-param name="number" select="$number + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="participant">
    <xsl:param name="number"/>
    <xsl:param name="participant"/>
    <xsl:param name="activity"/>
    <xsl:param name="kept" select="false()"/>
    <fo:table-row xsl:use-attribute-sets="s:row">
      <xsl:if test="$kept"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <xsl:call-template name="s:td">
        <xsl:with-param name="text" select="$number"/>
        <xsl:with-param name="align" select="'center'"/>
      </xsl:call-template>
      <xsl:call-template name="s:td"><xsl:with-param name="text" select="$participant"/></xsl:call-template>
      <xsl:call-template name="s:td"><xsl:with-param name="text" select="$activity"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="signature">
    <fo:block keep-together.within-page="always" keep-with-previous.within-page="always" space-before="10pt">
      <fo:block ir:role="P">
        <xsl:text>Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының мемлекеттік мекемесі «</xsl:text>
        <xsl:choose>
          <xsl:when test="string($organ)"><xsl:value-of select="translate($organ, '«»', '')"/></xsl:when>
          <xsl:otherwise>(атауы)</xsl:otherwise>
        </xsl:choose>
        <xsl:text>»</xsl:text>
      </fo:block>
      <fo:block ir:role="P" space-before="8pt">
        <xsl:call-template name="s:blank">
          <xsl:with-param name="value">
            <xsl:call-template name="s:person"><xsl:with-param name="name" select="$conclusion/o:signatory/o:name"/></xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="underscores" select="'____________________'"/>
          <xsl:with-param name="field">local_conclusion-signatory-name</xsl:with-param>
          <xsl:with-param name="tooltip">қол қоюшының Т.А.Ә.</xsl:with-param>
          <xsl:with-param name="width" select="70"/>
        </xsl:call-template>
        <xsl:text> </xsl:text>
        <ir:field kind="signature" name="local-body" tooltip="Жергілікті атқарушы органның қолы" width="50mm" height="12mm"/>
        <xsl:text> (Т.А.Ә., қолы)</xsl:text>
      </fo:block>
      <!-- On the screen the institution's own signature stands for its seal. -->
      <fo:block ir:role="P" space-before="6pt">
        <xsl:text>М.О. </xsl:text>
        <ir:field kind="signature" name="local-body-seal" tooltip="Жергілікті атқарушы органның мөрі" width="36mm" height="15mm"/>
      </fo:block>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>

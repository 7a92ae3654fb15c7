<?xml version="1.0" encoding="UTF-8"?>
<!-- Appendix 6: road map (clause 7(3)), on landscape sheets. Filled: the table in its six groups, then for every measure what the
     table has no column for, so that all eight attributes stand. Blank: wording and order are the act's own, to the letter.
     Input: a document of kind road-map-6, optionally with a dossier that holds the road map. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1" xmlns:a="urn:irikteu:act:1"
                exclude-result-prefixes="s f p d o a">
  <xsl:import href="parts/phrases.xsl"/>

  <xsl:variable name="act" select="document('../act.xml')/a:act"/>
  <xsl:variable name="form" select="$act//a:appendix[@id = '6']"/>
  <xsl:variable name="map" select="/d:document/o:dossier[1]/o:road_map"/>
  <xsl:variable name="width" select="$page-height - $margin-top - $margin-right"/>
  <xsl:variable name="filled" select="boolean($map/o:group/o:event)"/>

  <xsl:template match="/d:document">
    <xsl:variable name="application" select="o:dossier/o:application"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title" select="$form/a:paper_title"/>
      <xsl:with-param name="author" select="$application/o:applicant_name"/>
      <xsl:with-param name="subject" select="$application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="orientation">landscape</xsl:with-param>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form">6-қосымша</xsl:with-param></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <fo:block ir:role="P" start-indent="{$width * 0.6}mm" text-align="center" space-after="14pt">Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 6-қосымша</fo:block>
        <xsl:choose>
          <xsl:when test="$filled">
            <fo:block xsl:use-attribute-sets="s:type">
              <xsl:choose>
                <xsl:when test="normalize-space($map/o:title)"><xsl:value-of select="normalize-space($map/o:title)"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$form/a:paper_title"/></xsl:otherwise>
              </xsl:choose>
            </fo:block>
            <xsl:if test="normalize-space($application/o:cluster_name)">
              <fo:block xsl:use-attribute-sets="s:subject"><xsl:call-template name="p:cluster"><xsl:with-param name="name" select="$application/o:cluster_name"/></xsl:call-template></fo:block>
            </xsl:if>
          </xsl:when>
          <xsl:otherwise><fo:block xsl:use-attribute-sets="s:type"><xsl:value-of select="$form/a:title"/></fo:block></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="measures"/>
        <xsl:choose>
          <xsl:when test="$filled"><xsl:call-template name="attributes"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="instructions"/>
            <xsl:if test="$s:fields"><xsl:call-template name="attributes"/></xsl:if>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The prescribed table. -->
  <xsl:template name="measures">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="12mm"/>
      <fo:table-column column-width="{$width - 212}mm"/>
      <fo:table-column column-width="40mm"/>
      <fo:table-column column-width="40mm"/>
      <fo:table-column column-width="46mm"/>
      <fo:table-column column-width="38mm"/>
      <fo:table-column column-width="36mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:for-each select="$form/a:table/a:column"><xsl:call-template name="s:th"><xsl:with-param name="text" select="a:title"/></xsl:call-template></xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:choose>
          <xsl:when test="$filled"><xsl:apply-templates select="$map/o:group"/></xsl:when>
          <xsl:when test="$s:fields"><xsl:apply-templates select="$form/a:groups/a:group" mode="fields"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="empty"><xsl:with-param name="number">1.</xsl:with-param></xsl:call-template>
            <xsl:call-template name="empty"><xsl:with-param name="number">2.</xsl:with-param></xsl:call-template>
            <xsl:call-template name="empty"><xsl:with-param name="number">3.</xsl:with-param></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="empty">
    <xsl:param name="number"/>
    <fo:table-row xsl:use-attribute-sets="s:row">
      <xsl:call-template name="s:td"><xsl:with-param name="text" select="$number"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
      <xsl:for-each select="$form/a:table/a:column[position() &gt; 1]"><xsl:call-template name="s:td"/></xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="group-row">
    <xsl:param name="number"/>
    <xsl:param name="title"/>
    <xsl:param name="columns" select="7"/>
    <fo:table-row xsl:use-attribute-sets="s:row" keep-with-next.within-page="always">
      <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="{$columns}" ir:role="TH" ir:scope="row">
        <fo:block font-weight="bold"><xsl:value-of select="normalize-space(concat($number, ' ', $title))"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- A group's title: its own, or the prescribed one of its number. -->
  <xsl:template name="title-of-group">
    <xsl:choose>
      <xsl:when test="normalize-space(o:title)"><xsl:value-of select="normalize-space(o:title)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$form/a:groups/a:group[@id = concat('group.', current()/@number)]/a:title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:group">
    <xsl:call-template name="group-row">
      <xsl:with-param name="number" select="concat(@number, '.')"/>
      <xsl:with-param name="title"><xsl:call-template name="title-of-group"/></xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="o:event">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="number"/></xsl:with-param><xsl:with-param name="align" select="'center'"/></xsl:call-template>
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="o:title"/></xsl:call-template>
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="o:form"/></xsl:call-template>
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="o:executor"/></xsl:call-template>
        <fo:table-cell xsl:use-attribute-sets="s:cell">
          <xsl:for-each select="o:volumes/o:volume">
            <fo:block>
              <xsl:choose>
                <xsl:when test="@year = 'total'">барлығы&#160;– </xsl:when>
                <xsl:when test="@year"><xsl:value-of select="concat(@year, '&#160;ж.&#160;– ')"/></xsl:when>
              </xsl:choose>
              <xsl:call-template name="p:sum"><xsl:with-param name="text" select="normalize-space()"/></xsl:call-template>
            </fo:block>
          </xsl:for-each>
          <xsl:if test="not(o:volumes/o:volume)"><fo:block/></xsl:if>
        </fo:table-cell>
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="o:source"/></xsl:call-template>
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="o:deadline"/></xsl:call-template>
      </fo:table-row>
    </xsl:for-each>
    <xsl:if test="not(o:event)">
      <fo:table-row xsl:use-attribute-sets="s:row"><fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="7"><fo:block>–</fo:block></fo:table-cell></fo:table-row>
    </xsl:if>
  </xsl:template>

  <!-- A sum in groups of three digits that never part from each other; what may be a year stays as it is, but where money is named after it. -->
  <xsl:template name="p:sum">
    <xsl:param name="text"/>
    <xsl:variable name="word" select="substring-before(concat($text, ' '), ' ')"/>
    <xsl:variable name="rest" select="substring-after($text, ' ')"/>
    <xsl:choose>
      <xsl:when test="string-length($word) &gt; 3 and string-length($word) &lt; 16 and translate($word, '0123456789', '') = '' and not(starts-with($word, '0')) and not(string-length($word) = 4 and (starts-with($word, '19') or starts-with($word, '20')) and not(starts-with($rest, 'мың') or starts-with($rest, 'млн') or starts-with($rest, 'миллион') or starts-with($rest, 'теңге') or starts-with($rest, 'тг')))"><xsl:value-of select="f:grouped($word)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$rest">
      <xsl:choose>
        <xsl:when test="number(translate($word, ',', '.')) = number(translate($word, ',', '.'))">&#160;</xsl:when>
        <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="p:sum"><xsl:with-param name="text" select="$rest"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A measure's own number, or its group's number and its place in it. -->
  <xsl:template name="number">
    <xsl:choose>
      <xsl:when test="@number"><xsl:value-of select="@number"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(../@number, '.', count(preceding-sibling::o:event) + 1, '.')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:group" mode="fields">
    <xsl:call-template name="group-row"><xsl:with-param name="number" select="@number"/><xsl:with-param name="title" select="a:title"/></xsl:call-template>
    <xsl:call-template name="field-row"><xsl:with-param name="nth" select="1"/></xsl:call-template>
    <xsl:call-template name="field-row"><xsl:with-param name="nth" select="2"/></xsl:call-template>
    <xsl:call-template name="field-row"><xsl:with-param name="nth" select="3"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="field-row">
    <xsl:param name="nth"/>
    <xsl:variable name="name" select="concat('road_map-', substring-before(@number, '.'), '-', $nth, '-')"/>
    <xsl:variable name="where" select="concat(' (', @number, $nth, ')')"/>
    <fo:table-row xsl:use-attribute-sets="s:row">
      <xsl:call-template name="s:td"><xsl:with-param name="text" select="concat(@number, $nth, '.')"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
      <xsl:for-each select="$form/a:table/a:column[position() &gt; 1]">
        <xsl:call-template name="s:field-cell">
          <xsl:with-param name="name" select="concat($name, substring-after(@id, 'table.col.'))"/>
          <xsl:with-param name="tooltip" select="concat(a:title, $where)"/>
          <xsl:with-param name="width">
            <xsl:choose>
              <xsl:when test="position() = 1"><xsl:value-of select="$width - 215"/></xsl:when>
              <xsl:when test="position() = 4">43</xsl:when>
              <xsl:when test="position() = 5">35</xsl:when>
              <xsl:when test="position() = 6">33</xsl:when>
              <xsl:otherwise>37</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="height" select="12"/>
        </xsl:call-template>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <!-- The attributes that the table has no column for, measure by measure. -->
  <xsl:template name="attributes">
    <xsl:variable name="rest" select="$form/a:attributes/a:attribute[@element = 'concept' or @element = 'results' or @element = 'target_group' or @element = 'evaluation']"/>
    <fo:block xsl:use-attribute-sets="s:heading" space-before="14pt">Іс-шаралардың сипаттамасы</fo:block>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="12mm"/>
      <xsl:for-each select="$rest"><fo:table-column column-width="{($width - 12) div 4}mm"/></xsl:for-each>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:for-each select="$rest"><xsl:call-template name="s:th"><xsl:with-param name="text" select="a:title"/></xsl:call-template></xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$map/o:group/o:event">
          <xsl:variable name="event" select="."/>
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="number"/></xsl:with-param><xsl:with-param name="align" select="'center'"/></xsl:call-template>
            <xsl:for-each select="$rest"><xsl:call-template name="s:td"><xsl:with-param name="text" select="$event/*[local-name() = current()/@element]"/></xsl:call-template></xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
        <xsl:if test="not($filled)">
          <xsl:for-each select="$form/a:groups/a:group">
            <xsl:call-template name="attribute-fields"><xsl:with-param name="group" select="."/><xsl:with-param name="rest" select="$rest"/></xsl:call-template>
          </xsl:for-each>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="attribute-fields">
    <xsl:param name="group"/>
    <xsl:param name="rest"/>
    <xsl:param name="nth" select="1"/>
    <xsl:if test="$nth &lt;= 3">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="concat($group/@number, $nth, '.')"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
        <xsl:for-each select="$rest">
          <xsl:call-template name="s:field-cell">
            <xsl:with-param name="name" select="concat('road_map-', substring-before($group/@number, '.'), '-', $nth, '-', @element)"/>
            <xsl:with-param name="tooltip" select="concat(a:title, ' (', $group/@number, $nth, ')')"/>
            <xsl:with-param name="width" select="($width - 12) div 4 - 3"/>
            <xsl:with-param name="height" select="10"/>
          </xsl:call-template>
        </xsl:for-each>
      </fo:table-row>
      <xsl:call-template name="attribute-fields"><xsl:with-param name="group" select="$group"/><xsl:with-param name="rest" select="$rest"/><xsl:with-param name="nth" select="$nth + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What the appendix says below its table. -->
  <xsl:template name="instructions">
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:value-of select="concat($form/a:groups/a:title, ':')"/></fo:block>
    <xsl:for-each select="$form/a:groups/a:group"><fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat(@number, ' ', a:title)"/></fo:block></xsl:for-each>
    <fo:block keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat($form/a:attributes/a:title, ':')"/></fo:block>
      <xsl:for-each select="$form/a:attributes/a:attribute"><fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat(@number, ' ', a:title)"/></fo:block></xsl:for-each>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>

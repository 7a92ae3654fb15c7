<?xml version="1.0" encoding="UTF-8"?>
<!-- Concept and strategy as finished papers: title page, contents, the text with its headings, tables and company sheets; or the
     prescribed structure with fields to fill in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1" xmlns:a="urn:irikteu:act:1"
                exclude-result-prefixes="s f p d o a">
  <xsl:import href="phrases.xsl"/>
  <xsl:import href="company.xsl"/>

  <!-- appendix: which structure; paper: the dossier's element. -->
  <xsl:template name="p:paper">
    <xsl:param name="appendix"/>
    <xsl:param name="paper"/>
    <xsl:variable name="structure" select="$p:prescribed//a:appendix[@id = $appendix]"/>
    <xsl:variable name="application" select="/d:document/o:dossier/o:application"/>
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="normalize-space($paper/o:title)"><xsl:value-of select="normalize-space($paper/o:title)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$structure/a:paper_title"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="not($s:fields)">
      <xsl:call-template name="p:require">
        <xsl:with-param name="part" select="concat($structure/@part, ' with its text')"/>
        <xsl:with-param name="nodes" select="$paper/o:text/*"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="author" select="$application/o:applicant_name"/>
      <xsl:with-param name="subject" select="$application/o:cluster_name"/>
      <xsl:with-param name="date" select="/d:document/@clock"/>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form" select="concat($appendix, '-қосымша')"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="bookmarks"><xsl:call-template name="p:bookmarks"><xsl:with-param name="headings" select="$paper/o:text/o:heading[not(@level &gt; 2)]"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:title-page">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="application" select="$application"/>
          <xsl:with-param name="part" select="$structure/@part"/>
        </xsl:call-template>
        <xsl:choose>
          <xsl:when test="$paper/o:text/*">
            <xsl:if test="$paper/o:text/o:heading[not(@level &gt; 2)]">
              <xsl:call-template name="p:contents"><xsl:with-param name="headings" select="$paper/o:text/o:heading[not(@level &gt; 2)]"/></xsl:call-template>
            </xsl:if>
            <fo:block break-before="page" font-size="1pt" line-height="0pt"/>
            <xsl:apply-templates select="$paper/o:text/*" mode="paper"/>
          </xsl:when>
          <xsl:otherwise>
            <fo:block break-before="page" font-size="1pt" line-height="0pt"/>
            <xsl:for-each select="$structure/a:intro/a:text">
              <fo:block xsl:use-attribute-sets="s:small" font-style="italic"><xsl:value-of select="."/></fo:block>
            </xsl:for-each>
            <xsl:apply-templates select="$structure/a:structure/a:section" mode="blank"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="p:title-page">
    <xsl:param name="title"/>
    <xsl:param name="application"/>
    <xsl:param name="part"/>
    <fo:block ir:role="P" text-align="center" space-before="10mm" space-before.conditionality="retain"><xsl:value-of select="normalize-space($application/o:applicant_name)"/></fo:block>
    <fo:block xsl:use-attribute-sets="s:type" space-before="70mm" font-size="{$font-size + 4}pt"><xsl:value-of select="$title"/></fo:block>
    <xsl:choose>
      <xsl:when test="normalize-space($application/o:cluster_name)">
        <fo:block ir:role="P" text-align="center" space-before="10mm"><xsl:call-template name="p:cluster"><xsl:with-param name="name" select="$application/o:cluster_name"/></xsl:call-template></fo:block>
      </xsl:when>
      <xsl:when test="$s:fields">
        <xsl:call-template name="s:line">
          <xsl:with-param name="hint">(аумақтық кластердің атауы)</xsl:with-param>
          <xsl:with-param name="field" select="concat($part, '-cluster_name')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:contents">
    <xsl:param name="headings"/>
    <fo:block xsl:use-attribute-sets="s:heading" break-before="page" text-align="center">Мазмұны</fo:block>
    <xsl:for-each select="$headings">
      <fo:block ir:role="P" text-align="start" text-align-last="justify" start-indent="{8 + 6 * (@level = 2)}mm" text-indent="-8mm" end-indent="10mm" last-line-end-indent="-10mm" space-after="2pt">
        <xsl:if test="@level = 1"><xsl:attribute name="space-before">4pt</xsl:attribute></xsl:if>
        <fo:basic-link internal-destination="h{count(preceding::o:heading) + 1}">
          <xsl:if test="@number"><xsl:value-of select="concat(@number, '&#160;')"/></xsl:if>
          <xsl:value-of select="normalize-space()"/>
        </fo:basic-link>
        <xsl:text> </xsl:text>
        <fo:leader leader-pattern="dots"/>
        <xsl:text> </xsl:text>
        <fo:page-number-citation ref-id="h{count(preceding::o:heading) + 1}"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- A tree of two levels. -->
  <xsl:template name="p:bookmarks">
    <xsl:param name="headings"/>
    <xsl:if test="$headings[@level = 1]">
      <fo:bookmark-tree>
        <xsl:for-each select="$headings[@level = 1]">
          <xsl:variable name="nth" select="count(preceding-sibling::o:heading[@level = 1]) + 1"/>
          <fo:bookmark internal-destination="h{count(preceding::o:heading) + 1}">
            <fo:bookmark-title><xsl:value-of select="normalize-space(concat(@number, ' ', .))"/></fo:bookmark-title>
            <xsl:for-each select="following-sibling::o:heading[@level = 2][count(preceding-sibling::o:heading[@level = 1]) = $nth]">
              <fo:bookmark internal-destination="h{count(preceding::o:heading) + 1}">
                <fo:bookmark-title><xsl:value-of select="normalize-space(concat(@number, ' ', .))"/></fo:bookmark-title>
              </fo:bookmark>
            </xsl:for-each>
          </fo:bookmark>
        </xsl:for-each>
      </fo:bookmark-tree>
    </xsl:if>
  </xsl:template>

  <!-- The text. A heading below one that is two levels above it counts as the next level. -->
  <xsl:template match="o:heading" mode="paper">
    <xsl:variable name="above" select="preceding-sibling::o:heading"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="not(@level &gt; 1) or not($above)">2</xsl:when>
        <xsl:when test="@level = 2 or not($above[@level = 2])">3</xsl:when>
        <xsl:otherwise>4</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:block xsl:use-attribute-sets="s:heading" id="h{count(preceding::o:heading) + 1}" ir:role="H{$level}">
      <xsl:if test="$level &gt; 3"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:if>
      <xsl:if test="@number"><xsl:value-of select="concat(@number, '&#160;')"/></xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="o:p" mode="paper">
    <xsl:if test="normalize-space()">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:if test="@number"><xsl:value-of select="concat(@number, '&#160;')"/></xsl:if>
        <xsl:value-of select="normalize-space()"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="o:company" mode="paper">
    <xsl:call-template name="p:company-sheet">
      <xsl:with-param name="company" select="."/>
      <xsl:with-param name="number" select="count(preceding-sibling::o:company) + 1"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="o:table" mode="paper">
    <xsl:variable name="columns">
      <xsl:for-each select="o:row">
        <xsl:sort select="count(o:cell[not(@columns)]) + sum(o:cell/@columns)" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="count(o:cell[not(@columns)]) + sum(o:cell/@columns)"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="heads" select="o:row[@header = 'true' or @header = '1'][not(preceding-sibling::o:row[not(@header = 'true' or @header = '1')])]"/>
    <xsl:if test="$columns &gt; 0 and count($heads) &lt; count(o:row)">
      <fo:table xsl:use-attribute-sets="s:table">
        <xsl:call-template name="p:columns">
          <xsl:with-param name="count" select="number($columns)"/>
          <xsl:with-param name="rows" select="o:row[count(o:cell) = $columns]"/>
        </xsl:call-template>
        <xsl:if test="$heads">
          <fo:table-header>
            <xsl:for-each select="$heads"><xsl:call-template name="p:row"><xsl:with-param name="columns" select="$columns"/><xsl:with-param name="head" select="true()"/></xsl:call-template></xsl:for-each>
          </fo:table-header>
        </xsl:if>
        <fo:table-body>
          <xsl:for-each select="o:row[count(. | $heads) &gt; count($heads)]"><xsl:call-template name="p:row"><xsl:with-param name="columns" select="$columns"/></xsl:call-template></xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- Columns as wide as what stands in them wants, within bounds; a column of numbers "№" is narrow. rows: those without spans. -->
  <xsl:template name="p:columns">
    <xsl:param name="count"/>
    <xsl:param name="rows"/>
    <xsl:param name="nth" select="1"/>
    <xsl:if test="$nth &lt;= $count">
      <xsl:variable name="longest">
        <xsl:for-each select="$rows/o:cell[position() = $nth]">
          <xsl:sort select="string-length(normalize-space())" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space())"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$nth = 1 and normalize-space($rows[1]/o:cell[1]) = '№'"><fo:table-column column-width="12mm"/></xsl:when>
        <xsl:when test="$longest &lt; 6"><fo:table-column column-width="proportional-column-width(12)"/></xsl:when>
        <xsl:when test="$longest &gt; 40"><fo:table-column column-width="proportional-column-width(46)"/></xsl:when>
        <xsl:when test="$longest &gt;= 6"><fo:table-column column-width="proportional-column-width({6 + $longest})"/></xsl:when>
        <xsl:otherwise><fo:table-column column-width="proportional-column-width(20)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="p:columns">
        <xsl:with-param name="count" select="$count"/>
        <xsl:with-param name="rows" select="$rows"/>
        <xsl:with-param name="nth" select="$nth + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="p:row">
    <xsl:param name="columns"/>
    <xsl:param name="head" select="false()"/>
    <fo:table-row xsl:use-attribute-sets="s:row">
      <xsl:for-each select="o:cell">
        <fo:table-cell xsl:use-attribute-sets="s:cell">
          <xsl:if test="$head">
            <xsl:attribute name="ir:role">TH</xsl:attribute>
            <xsl:attribute name="font-weight">bold</xsl:attribute>
          </xsl:if>
          <xsl:if test="@columns"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@columns"/></xsl:attribute></xsl:if>
          <xsl:if test="@rows"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
          <xsl:for-each select=".//o:p"><fo:block><xsl:value-of select="normalize-space()"/></fo:block></xsl:for-each>
          <xsl:if test="not(.//o:p)"><fo:block/></xsl:if>
        </fo:table-cell>
      </xsl:for-each>
      <xsl:if test="not(o:cell)"><fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="{$columns}"><fo:block/></fo:table-cell></xsl:if>
    </fo:table-row>
  </xsl:template>

  <!-- The prescribed structure, a field below every item that has no items of its own. -->
  <xsl:template match="a:section" mode="blank">
    <xsl:variable name="level" select="count(ancestor::a:section) + 2"/>
    <fo:block xsl:use-attribute-sets="s:heading" ir:role="H{$level}">
      <xsl:if test="@number"><xsl:value-of select="concat(@number, '&#160;')"/></xsl:if>
      <xsl:value-of select="a:title"/>
    </fo:block>
    <xsl:for-each select="a:note"><fo:block xsl:use-attribute-sets="s:small" font-style="italic" keep-with-next.within-page="always"><xsl:value-of select="."/></fo:block></xsl:for-each>
    <xsl:choose>
      <xsl:when test="a:sheet"><xsl:call-template name="p:blank-sheets"/></xsl:when>
      <xsl:when test="not(a:section)">
        <fo:block keep-with-previous.within-page="always">
          <xsl:call-template name="s:text-field">
            <xsl:with-param name="name" select="concat($p:prescribed//a:appendix[descendant::a:section[generate-id() = generate-id(current())]]/@part, '-', translate(@id, '.', '-'))"/>
            <xsl:with-param name="tooltip" select="a:title"/>
            <xsl:with-param name="width" select="$text-width"/>
            <xsl:with-param name="height" select="45"/>
          </xsl:call-template>
        </fo:block>
      </xsl:when>
    </xsl:choose>
    <xsl:apply-templates select="a:section" mode="blank"/>
  </xsl:template>

  <!-- Ten sheets: so many legal entities the criteria ask for (1.1). -->
  <xsl:template name="p:blank-sheets">
    <xsl:param name="number" select="1"/>
    <xsl:if test="$number &lt;= 10">
      <xsl:call-template name="p:company-sheet"><xsl:with-param name="number" select="$number"/></xsl:call-template>
      <xsl:call-template name="p:blank-sheets"><xsl:with-param name="number" select="$number + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- What documents say of findings: their ground in the act, their place, what is wrong and how to mend it. The only
     file of these templates that knows how a report is built. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:r="urn:irikteu:report:1"
                exclude-result-prefixes="s f p d r">

  <!-- Parts of a dossier in the order in which findings are told. -->
  <xsl:variable name="p:parts">inventory application concept local_conclusion strategy road_map authorised_conclusion attachment dossier</xsl:variable>

  <!-- The ground of the finding in context, with the Rules' clause and the appendix's item. -->
  <xsl:template name="p:ground">
    <xsl:if test="normalize-space(@clause)">
      <xsl:call-template name="p:clause"><xsl:with-param name="clause" select="@clause"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="normalize-space(@appendix)">
      <xsl:if test="normalize-space(@clause)">; </xsl:if>
      <xsl:call-template name="p:item">
        <xsl:with-param name="appendix" select="@appendix"/>
        <xsl:with-param name="item" select="@item"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The same as "Қағидалардың …" in running text. -->
  <xsl:template name="p:full-ground">
    <xsl:text>Қағидалардың </xsl:text>
    <xsl:choose>
      <xsl:when test="normalize-space(@clause)">
        <xsl:call-template name="p:clause-of-rules"><xsl:with-param name="clause" select="@clause"/></xsl:call-template>
        <xsl:if test="normalize-space(@appendix)">
          <xsl:text>, </xsl:text>
          <xsl:call-template name="p:item">
            <xsl:with-param name="appendix" select="@appendix"/>
            <xsl:with-param name="item" select="@item"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="p:item">
          <xsl:with-param name="appendix" select="@appendix"/>
          <xsl:with-param name="item" select="@item"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where in what was handed in. -->
  <xsl:template name="p:place">
    <xsl:value-of select="normalize-space(@file)"/>
    <xsl:if test="normalize-space(@file) and normalize-space(@place)">, </xsl:if>
    <xsl:value-of select="normalize-space(@place)"/>
  </xsl:template>

  <!-- A text of the report in Kazakh. -->
  <xsl:template name="p:said">
    <xsl:param name="texts"/>
    <xsl:value-of select="normalize-space($texts[lang('kk')][1])"/>
  </xsl:template>

  <!-- A reason in one cell's line: what, and in brackets by which norm. -->
  <xsl:template name="p:short-reason">
    <xsl:variable name="said"><xsl:call-template name="p:said"><xsl:with-param name="texts" select="r:message"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="substring($said, string-length($said)) = '.'"><xsl:value-of select="substring($said, 1, string-length($said) - 1)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$said"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> (</xsl:text>
    <xsl:call-template name="p:ground"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- Table of findings grouped by document. -->
  <xsl:template name="p:findings-table">
    <xsl:param name="findings"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="37mm"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Қағидалардың нормасы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Орны</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Не анықталды</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Түзету жолы</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="p:findings-by-part">
          <xsl:with-param name="findings" select="$findings"/>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="p:findings-by-part">
    <xsl:param name="findings"/>
    <xsl:param name="parts" select="concat($p:parts, ' ')"/>
    <xsl:param name="before" select="0"/>
    <xsl:choose>
      <xsl:when test="contains($parts, ' ')">
        <xsl:variable name="part" select="substring-before($parts, ' ')"/>
        <xsl:variable name="here" select="$findings[@document = $part]"/>
        <xsl:call-template name="p:findings-group">
          <xsl:with-param name="findings" select="$here"/>
          <xsl:with-param name="part" select="$part"/>
          <xsl:with-param name="before" select="$before"/>
        </xsl:call-template>
        <xsl:call-template name="p:findings-by-part">
          <xsl:with-param name="findings" select="$findings"/>
          <xsl:with-param name="parts" select="substring-after($parts, ' ')"/>
          <xsl:with-param name="before" select="$before + count($here)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="p:findings-group">
          <xsl:with-param name="findings" select="$findings[not(contains(concat(' ', $p:parts, ' '), concat(' ', @document, ' ')))]"/>
          <xsl:with-param name="part" select="'dossier'"/>
          <xsl:with-param name="before" select="$before"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:findings-group">
    <xsl:param name="findings"/>
    <xsl:param name="part"/>
    <xsl:param name="before"/>
    <xsl:if test="$findings">
      <fo:table-row xsl:use-attribute-sets="s:row" keep-with-next.within-page="always">
        <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="5" ir:role="TH" ir:scope="row">
          <fo:block font-weight="bold">
            <xsl:call-template name="p:document-kind"><xsl:with-param name="kind" select="$part"/></xsl:call-template>
          </fo:block>
        </fo:table-cell>
      </fo:table-row>
      <xsl:for-each select="$findings">
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:td">
            <xsl:with-param name="text" select="$before + position()"/>
            <xsl:with-param name="align" select="'center'"/>
          </xsl:call-template>
          <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:ground"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:place"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:td">
            <xsl:with-param name="text"><xsl:call-template name="p:said"><xsl:with-param name="texts" select="r:message"/></xsl:call-template></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="s:td">
            <xsl:with-param name="text"><xsl:call-template name="p:said"><xsl:with-param name="texts" select="r:remedy"/></xsl:call-template></xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

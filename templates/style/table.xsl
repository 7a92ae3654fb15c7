<?xml version="1.0" encoding="UTF-8"?>
<!-- Ruled tables. Their header repeats on every page; a row never splits unless it is taller than a page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                exclude-result-prefixes="s">

  <xsl:attribute-set name="s:table">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="concat($table-font-size, 'pt')"/></xsl:attribute>
    <xsl:attribute name="line-height">1.1</xsl:attribute>
    <xsl:attribute name="space-before">4pt</xsl:attribute>
    <xsl:attribute name="space-after">8pt</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:row">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:cell">
    <xsl:attribute name="border">0.5pt solid black</xsl:attribute>
    <xsl:attribute name="padding-top">1mm</xsl:attribute>
    <xsl:attribute name="padding-bottom">1mm</xsl:attribute>
    <xsl:attribute name="padding-left">1.3mm</xsl:attribute>
    <xsl:attribute name="padding-right">1.3mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:header-cell" use-attribute-sets="s:cell">
    <xsl:attribute name="ir:role">TH</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
  </xsl:attribute-set>

  <!-- A header cell; text is its heading. -->
  <xsl:template name="s:th">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="s:header-cell">
      <fo:block><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A cell with one text. -->
  <xsl:template name="s:td">
    <xsl:param name="text"/>
    <xsl:param name="align" select="'start'"/>
    <fo:table-cell xsl:use-attribute-sets="s:cell">
      <fo:block text-align="{$align}"><xsl:value-of select="normalize-space($text)"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A row of a two-column list of particulars: what it is, and its value. A row without a value is left out. -->
  <xsl:template name="s:particular">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="normalize-space($value)">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <fo:table-cell xsl:use-attribute-sets="s:cell" ir:role="TH" ir:scope="row">
          <fo:block><xsl:value-of select="$label"/></fo:block>
        </fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="s:cell">
          <fo:block><xsl:copy-of select="$value"/></fo:block>
        </fo:table-cell>
      </fo:table-row>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

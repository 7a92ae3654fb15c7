<?xml version="1.0" encoding="UTF-8"?>
<!-- Forms: a line to fill in, with its hint beneath in brackets, as the forms of acts have it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                exclude-result-prefixes="s">

  <xsl:attribute-set name="s:hint">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="line-height">1.1</xsl:attribute>
    <xsl:attribute name="padding-top">1pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Whether blanks are to be fields that are filled in on the screen: the data ask for it by fill="fields". -->
  <xsl:variable name="s:fields" select="/*/@fill = 'fields'"/>

  <!-- In which language letters and notices say the same once more, if in any: the data ask for it by parallel="ru", of a
       document or of the whole competition. -->
  <xsl:variable name="s:parallel" select="string((/*/@parallel | /*/*/@parallel)[1])"/>

  <!-- A text field among the words, in place of a blank. name: unique in the document; width, height: millimetres. -->
  <xsl:template name="s:text-field">
    <xsl:param name="name"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="width"/>
    <xsl:param name="height" select="6.5"/>
    <ir:field kind="text" name="{$name}" tooltip="{normalize-space(translate($tooltip, '():', ''))}" width="{$width}mm" height="{$height}mm"
              font-size="{$table-font-size}pt" border="0.25pt solid #808080">
      <xsl:if test="$height &gt; 9"><xsl:attribute name="multi-line">true</xsl:attribute></xsl:if>
    </ir:field>
  </xsl:template>

  <!-- A cell of a table that is one text field, as wide as the cell without its padding. -->
  <xsl:template name="s:field-cell">
    <xsl:param name="name"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="width"/>
    <xsl:param name="height" select="8"/>
    <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="1">
      <fo:block>
        <xsl:call-template name="s:text-field">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="tooltip" select="$tooltip"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="height" select="$height"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- "Appendix N to …", at the upper right. -->
  <xsl:template name="s:appendix-mark">
    <xsl:param name="text"/>
    <fo:block ir:role="P" start-indent="{$text-width * 0.52}mm" text-align="center" space-after="14pt">
      <xsl:value-of select="$text"/>
    </fo:block>
  </xsl:template>

  <!-- A ruled line with the value on it, or empty, and the hint beneath; a field where `field` names one. -->
  <xsl:template name="s:line">
    <xsl:param name="value"/>
    <xsl:param name="hint"/>
    <xsl:param name="space" select="'10pt'"/>
    <xsl:param name="field"/>
    <xsl:param name="width" select="$text-width"/>
    <fo:block keep-together.within-page="always" space-before="{$space}">
      <fo:block ir:role="P" text-align="center" border-bottom="0.5pt solid black" padding-bottom="0.5pt">
        <xsl:choose>
          <xsl:when test="$s:fields and string($field) and not(normalize-space($value))">
            <xsl:call-template name="s:text-field">
              <xsl:with-param name="name" select="$field"/>
              <xsl:with-param name="tooltip" select="$hint"/>
              <xsl:with-param name="width" select="$width"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="normalize-space($value)"><xsl:value-of select="normalize-space($value)"/></xsl:when>
          <xsl:otherwise>&#160;</xsl:otherwise>
        </xsl:choose>
      </fo:block>
      <fo:block ir:role="P" xsl:use-attribute-sets="s:hint"><xsl:value-of select="$hint"/></fo:block>
    </fo:block>
  </xsl:template>

  <!-- The same with a signature field on the line. -->
  <xsl:template name="s:signature-line">
    <xsl:param name="field"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="hint"/>
    <xsl:param name="space" select="'6pt'"/>
    <fo:block keep-together.within-page="always" space-before="{$space}">
      <fo:block text-align="center" border-bottom="0.5pt solid black">
        <ir:field kind="signature" name="{$field}" tooltip="{$tooltip}" width="70mm" height="12mm"/>
      </fo:block>
      <fo:block ir:role="P" xsl:use-attribute-sets="s:hint"><xsl:value-of select="$hint"/></fo:block>
    </fo:block>
  </xsl:template>

  <!-- A register number or a part of a date that is given after the document was made: the value, or a field for it, which a pen
       can fill as well. -->
  <xsl:template name="s:later">
    <xsl:param name="value"/>
    <xsl:param name="field"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="width" select="28"/>
    <xsl:choose>
      <xsl:when test="normalize-space($value)"><xsl:value-of select="normalize-space($value)"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="s:text-field">
          <xsl:with-param name="name" select="$field"/>
          <xsl:with-param name="tooltip" select="$tooltip"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="height" select="6"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A value inside running text, or a blank of so many underscores. -->
  <xsl:template name="s:blank">
    <xsl:param name="value"/>
    <xsl:param name="underscores" select="'________'"/>
    <xsl:param name="field"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="width" select="40"/>
    <xsl:choose>
      <xsl:when test="$s:fields and string($field) and not(normalize-space($value))">
        <xsl:call-template name="s:text-field">
          <xsl:with-param name="name" select="$field"/>
          <xsl:with-param name="tooltip" select="$tooltip"/>
          <xsl:with-param name="width" select="$width"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="normalize-space($value)"><xsl:value-of select="normalize-space($value)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$underscores"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

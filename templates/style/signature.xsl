<?xml version="1.0" encoding="UTF-8"?>
<!-- The block in which people sign: position, room for ink with a signature field, name. A signatory's row never
     splits, and the block never stands alone on a page: it is kept with what precedes it. The table is there for its places
     only, so a screen reader is told of no table. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                exclude-result-prefixes="s">

  <!-- Up to this many signatories stay on one page together; more flow on, never fewer than two on a page. -->
  <xsl:param name="signatories-together" select="10"/>
  <!-- Room for ink, in millimetres. -->
  <xsl:param name="signature-width" select="50"/>
  <xsl:param name="signature-height" select="12"/>
  <!-- Room for the name, in millimetres: a usual surname, name and patronymic stand on one line. -->
  <xsl:param name="signatory-name-width" select="63"/>

  <!-- rows: the result of s:signatory, once for each of `count` people. -->
  <xsl:template name="s:signatures">
    <xsl:param name="rows"/>
    <xsl:param name="count" select="1"/>
    <fo:table table-layout="fixed" width="100%" space-before="14pt" ir:role="Div"
              keep-with-previous.within-page="always">
      <xsl:if test="$count &lt;= $signatories-together">
        <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
      </xsl:if>
      <fo:table-column column-width="{$text-width - $signature-width - 4 - $signatory-name-width}mm"/>
      <fo:table-column column-width="{$signature-width + 4}mm"/>
      <fo:table-column column-width="{$signatory-name-width}mm"/>
      <fo:table-body ir:role="none">
        <xsl:copy-of select="$rows"/>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- One who signs. field: name of the signature field, unique in the document; tooltip: what is signed by whom. -->
  <xsl:template name="s:signatory">
    <xsl:param name="position"/>
    <xsl:param name="name"/>
    <xsl:param name="field"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="number" select="1"/>
    <xsl:param name="count" select="1"/>
    <fo:table-row ir:role="Div" keep-together.within-page="always">
      <xsl:if test="$count &gt; 1 and ($number = 1 or $number = $count - 1)">
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <fo:table-cell ir:role="none" display-align="after" padding-bottom="2mm" padding-right="2mm">
        <fo:block ir:role="P"><xsl:value-of select="normalize-space($position)"/></fo:block>
      </fo:table-cell>
      <fo:table-cell ir:role="none" display-align="after" padding-bottom="2mm">
        <fo:block font-size="8pt">
          <ir:field kind="signature" name="{$field}" tooltip="{normalize-space($tooltip)}" caption="қолы"
                    width="{$signature-width}mm" height="{$signature-height}mm"/>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell ir:role="none" display-align="after" padding-bottom="2mm">
        <fo:block ir:role="P">
          <xsl:call-template name="s:person"><xsl:with-param name="name" select="$name"/></xsl:call-template>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>
</xsl:stylesheet>

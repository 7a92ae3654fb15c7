<?xml version="1.0" encoding="UTF-8"?>
<!-- The block in which people sign: position, room for ink with a signature field, name. The block never splits as long as a
     page can hold it, and it never stands alone on a page: it is kept with what precedes it. The table is there for its places
     only, so a screen reader is told of no table. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="s exsl">

  <!-- Up to this many signatories have a row each; more stand two to a row. -->
  <xsl:param name="signatories-together" select="10"/>
  <!-- Up to this many stay on one page together; more flow on, never fewer than two rows on a page. -->
  <xsl:param name="signatories-on-a-page" select="30"/>
  <!-- Room for ink, in millimetres. -->
  <xsl:param name="signature-width" select="50"/>
  <xsl:param name="signature-height" select="12"/>
  <!-- The same where two sign in a row. -->
  <xsl:param name="narrow-signature-width" select="38"/>
  <xsl:param name="narrow-signature-height" select="11"/>
  <!-- Room for the name, in millimetres: a usual surname, name and patronymic stand on one line. -->
  <xsl:param name="signatory-name-width" select="63"/>

  <!-- rows: the result of s:signatory, once for each of `count` people. More than signatories-together sign two to a row, so that
       the block still stands on one page; it may break only where not even that is enough. -->
  <xsl:template name="s:signatures">
    <xsl:param name="rows"/>
    <xsl:param name="count" select="1"/>
    <xsl:variable name="narrow" select="$count &gt; $signatories-together"/>
    <fo:table table-layout="fixed" width="100%" space-before="14pt" ir:role="Div"
              keep-with-previous.within-page="always">
      <xsl:if test="$count &lt;= $signatories-on-a-page">
        <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$narrow">
          <fo:table-column column-width="{$narrow-signature-width + 3}mm"/>
          <fo:table-column column-width="{$text-width div 2 - $narrow-signature-width - 3}mm"/>
          <fo:table-column column-width="{$narrow-signature-width + 3}mm"/>
          <fo:table-column column-width="{$text-width div 2 - $narrow-signature-width - 3}mm"/>
          <fo:table-body ir:role="none">
            <xsl:variable name="people" select="exsl:node-set($rows)/fo:table-row"/>
            <xsl:for-each select="$people[position() mod 2 = 1]">
              <xsl:variable name="last" select="position() = last()"/>
              <fo:table-row ir:role="Div" keep-together.within-page="always">
                <xsl:if test="last() &gt; 1 and (position() = 1 or position() = last() - 1)">
                  <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
                </xsl:if>
                <xsl:call-template name="s:narrow-signatory"/>
                <xsl:for-each select="following-sibling::fo:table-row[1]"><xsl:call-template name="s:narrow-signatory"/></xsl:for-each>
                <xsl:if test="$last and count($people) mod 2 = 1">
                  <fo:table-cell ir:role="none" number-columns-spanned="2"><fo:block/></fo:table-cell>
                </xsl:if>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </xsl:when>
        <xsl:otherwise>
          <fo:table-column column-width="{$text-width - $signature-width - 4 - $signatory-name-width}mm"/>
          <fo:table-column column-width="{$signature-width + 4}mm"/>
          <fo:table-column column-width="{$signatory-name-width}mm"/>
          <fo:table-body ir:role="none">
            <xsl:copy-of select="$rows"/>
          </fo:table-body>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table>
  </xsl:template>

  <!-- Of a row with position, field and name: the field, and beside it the name over the position. -->
  <xsl:template name="s:narrow-signatory">
    <fo:table-cell ir:role="none" display-align="after" padding-bottom="1.5mm">
      <fo:block font-size="8pt">
        <xsl:for-each select="fo:table-cell[2]//ir:field">
          <xsl:copy>
            <xsl:copy-of select="@*"/>
            <xsl:attribute name="width"><xsl:value-of select="concat($narrow-signature-width, 'mm')"/></xsl:attribute>
            <xsl:attribute name="height"><xsl:value-of select="concat($narrow-signature-height, 'mm')"/></xsl:attribute>
          </xsl:copy>
        </xsl:for-each>
      </fo:block>
    </fo:table-cell>
    <fo:table-cell ir:role="none" display-align="after" padding-bottom="1.5mm" padding-right="2mm">
      <fo:block ir:role="P" font-size="{$table-font-size}pt" line-height="1.05"><xsl:copy-of select="fo:table-cell[3]/fo:block/node()"/></fo:block>
      <fo:block ir:role="P" font-size="{$small-font-size}pt" line-height="1.05"><xsl:copy-of select="fo:table-cell[1]/fo:block/node()"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- One who signs. field: name of the signature field, unique in the document; tooltip: what is signed by whom;
       position-in-russian: beneath the position, where the text above says the same in Russian. -->
  <xsl:template name="s:signatory">
    <xsl:param name="position"/>
    <xsl:param name="position-in-russian"/>
    <xsl:param name="caption" select="'қолы'"/>
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
        <xsl:if test="normalize-space($position-in-russian)">
          <fo:block ir:role="P" xml:lang="ru"><xsl:value-of select="normalize-space($position-in-russian)"/></fo:block>
        </xsl:if>
      </fo:table-cell>
      <fo:table-cell ir:role="none" display-align="after" padding-bottom="2mm">
        <fo:block font-size="8pt">
          <ir:field kind="signature" name="{$field}" tooltip="{normalize-space($tooltip)}" caption="{$caption}"
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

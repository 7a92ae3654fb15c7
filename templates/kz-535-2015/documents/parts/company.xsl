<?xml version="1.0" encoding="UTF-8"?>
<!-- The company sheet of appendix 2, section 7: labels are the act's, values a company's of the dossier; blanks and fields
     where there is none. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1" xmlns:a="urn:irikteu:act:1"
                exclude-result-prefixes="s f p d o a">
  <xsl:variable name="p:prescribed" select="document('../../act.xml')/a:act"/>
  <xsl:variable name="p:sheet" select="$p:prescribed/a:appendices/a:appendix[@id = '2']//a:sheet[@element = 'company']"/>

  <!-- company: the dossier's element, or nothing; number: of the sheet, for names of fields. -->
  <xsl:template name="p:company-sheet">
    <xsl:param name="company" select="/.."/>
    <xsl:param name="number" select="1"/>
    <fo:block keep-together.within-page="always" space-before="8pt">
      <xsl:call-template name="p:company-particulars">
        <xsl:with-param name="company" select="$company"/>
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
      <xsl:call-template name="p:company-years">
        <xsl:with-param name="company" select="$company"/>
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="p:company-particulars">
    <xsl:param name="company"/>
    <xsl:param name="number"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="52mm"/>
      <fo:table-column column-width="36mm"/>
      <fo:table-column column-width="{$text-width - 88}mm"/>
      <fo:table-body>
        <xsl:for-each select="$p:sheet/a:row">
          <xsl:variable name="row" select="."/>
          <xsl:variable name="values" select="$company/*[local-name() = $row/@id]"/>
          <xsl:if test="not(a:cell)">
            <fo:table-row xsl:use-attribute-sets="s:row">
              <fo:table-cell xsl:use-attribute-sets="s:cell" ir:role="TH" ir:scope="row"><fo:block><xsl:value-of select="a:title"/></fo:block></fo:table-cell>
              <xsl:call-template name="p:sheet-value">
                <xsl:with-param name="value" select="$values"/>
                <xsl:with-param name="name" select="concat('company-', $number, '-', @id)"/>
                <xsl:with-param name="tooltip" select="a:title"/>
                <xsl:with-param name="columns" select="2"/>
              </xsl:call-template>
            </fo:table-row>
          </xsl:if>
          <xsl:for-each select="a:cell[not(@times)]">
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:if test="position() = 1">
                <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
                <fo:table-cell xsl:use-attribute-sets="s:cell" ir:role="TH" ir:scope="row" number-rows-spanned="{count($row/a:cell[not(@times)]) + sum($row/a:cell/@times)}"><fo:block><xsl:value-of select="$row/a:title"/></fo:block></fo:table-cell>
              </xsl:if>
              <xsl:call-template name="s:td"><xsl:with-param name="text" select="a:title"/></xsl:call-template>
              <xsl:call-template name="p:sheet-value">
                <xsl:with-param name="value" select="$values/*[local-name() = substring-after(current()/@id, '.')]"/>
                <xsl:with-param name="name" select="concat('company-', $number, '-', translate(@id, '.', '-'))"/>
                <xsl:with-param name="tooltip" select="concat($row/a:title, ', ', a:title)"/>
              </xsl:call-template>
            </fo:table-row>
          </xsl:for-each>
          <xsl:for-each select="a:cell[@times]">
            <xsl:call-template name="p:sheet-extras">
              <xsl:with-param name="cell" select="."/>
              <xsl:with-param name="values" select="$values/*[local-name() = substring-after(current()/@id, '.')]"/>
              <xsl:with-param name="number" select="$number"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The four additional activities, one below the other. -->
  <xsl:template name="p:sheet-extras">
    <xsl:param name="cell"/>
    <xsl:param name="values"/>
    <xsl:param name="number"/>
    <xsl:param name="nth" select="1"/>
    <xsl:if test="$nth &lt;= $cell/@times">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <xsl:call-template name="s:td"><xsl:with-param name="text" select="$cell/a:title"/></xsl:call-template>
        <xsl:call-template name="p:sheet-value">
          <xsl:with-param name="value" select="$values[$nth]"/>
          <xsl:with-param name="name" select="concat('company-', $number, '-', translate($cell/@id, '.', '-'), '-', $nth)"/>
          <xsl:with-param name="tooltip" select="concat($cell/a:title, ', ', $nth)"/>
        </xsl:call-template>
      </fo:table-row>
      <xsl:call-template name="p:sheet-extras">
        <xsl:with-param name="cell" select="$cell"/>
        <xsl:with-param name="values" select="$values"/>
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="nth" select="$nth + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="p:sheet-value">
    <xsl:param name="value"/>
    <xsl:param name="name"/>
    <xsl:param name="tooltip"/>
    <xsl:param name="columns" select="1"/>
    <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="{$columns}">
      <fo:block>
        <xsl:choose>
          <xsl:when test="$s:fields and not(normalize-space($value))">
            <xsl:call-template name="s:text-field">
              <xsl:with-param name="name" select="$name"/>
              <xsl:with-param name="tooltip" select="$tooltip"/>
              <xsl:with-param name="width" select="$text-width - 91 + 36 * ($columns - 1)"/>
              <xsl:with-param name="height" select="4.0"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="normalize-space($value)"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- The figures of four years: those of the data, or those that the form prints. -->
  <xsl:template name="p:company-years">
    <xsl:param name="company"/>
    <xsl:param name="number"/>
    <xsl:variable name="given" select="$company/o:indicators/o:year"/>
    <xsl:variable name="years" select="$given | $p:sheet/a:indicators[not($given)]/a:year"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="{$text-width - 24 * count($years)}mm"/>
      <xsl:for-each select="$years"><fo:table-column column-width="24mm"/></xsl:for-each>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text" select="$p:sheet/a:indicators/a:title"/></xsl:call-template>
          <xsl:for-each select="$years">
            <xsl:call-template name="s:th">
              <xsl:with-param name="text"><xsl:value-of select="@value"/><xsl:if test="not(@value)"><xsl:value-of select="."/></xsl:if></xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$p:sheet/a:indicators/a:row">
          <xsl:variable name="row" select="."/>
          <fo:table-row xsl:use-attribute-sets="s:row">
            <fo:table-cell xsl:use-attribute-sets="s:cell" ir:role="TH" ir:scope="row"><fo:block><xsl:value-of select="a:title"/></fo:block></fo:table-cell>
            <xsl:for-each select="$years">
              <xsl:variable name="value" select="*[local-name() = $row/@id]"/>
              <fo:table-cell xsl:use-attribute-sets="s:cell">
                <fo:block text-align="end">
                  <xsl:choose>
                    <xsl:when test="$s:fields and not(normalize-space($value))">
                      <xsl:variable name="year"><xsl:value-of select="@value"/><xsl:if test="not(@value)"><xsl:value-of select="."/></xsl:if></xsl:variable>
                      <xsl:call-template name="s:text-field">
                        <xsl:with-param name="name" select="concat('company-', $number, '-', $row/@id, '-', $year)"/>
                        <xsl:with-param name="tooltip" select="concat($row/a:title, ', ', $year)"/>
                        <xsl:with-param name="width" select="21"/>
                        <xsl:with-param name="height" select="4.0"/>
                      </xsl:call-template>
                    </xsl:when>
                    <xsl:otherwise><xsl:value-of select="normalize-space($value)"/></xsl:otherwise>
                  </xsl:choose>
                </fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The block at the foot of appendices 1 and 4 in which the organiser records that the application was accepted. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p d o">

  <!-- suffix: of the fields' names, where the form stands twice in one document. -->
  <xsl:template name="p:intake">
    <xsl:param name="suffix"/>
    <xsl:variable name="intake" select="/d:document/o:dossier/o:intake"/>
    <fo:block keep-together.within-page="always" space-before="20pt">
      <fo:table table-layout="fixed" width="100%" ir:role="Div">
        <fo:table-column column-width="{$text-width - 106}mm"/>
        <fo:table-column column-width="106mm"/>
        <fo:table-body ir:role="none">
          <fo:table-row ir:role="Div" keep-together.within-page="always" keep-with-next.within-page="always">
            <fo:table-cell ir:role="none" padding-right="5mm" display-align="after"><fo:block ir:role="P">Қабылдады:</fo:block></fo:table-cell>
            <fo:table-cell ir:role="none" padding-left="3mm" display-align="after">
              <fo:block ir:role="P">
                <xsl:text>Қолы: </xsl:text>
                <ir:field kind="signature" name="registrar{$suffix}" tooltip="Өтінімді қабылдаған адамның қолы" width="36mm" height="10mm"/>
                <xsl:text>, №&#160;</xsl:text>
                <xsl:call-template name="s:blank">
                  <xsl:with-param name="value" select="$intake/o:number"/>
                  <xsl:with-param name="underscores" select="'______'"/>
                  <xsl:with-param name="field" select="concat('intake-number', $suffix)"/>
                  <xsl:with-param name="tooltip">тіркеу нөмірі</xsl:with-param>
                  <xsl:with-param name="width" select="24"/>
                </xsl:call-template>
                <xsl:text>,</xsl:text>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
          <fo:table-row ir:role="Div" keep-together.within-page="always">
            <fo:table-cell ir:role="none" padding-right="5mm" padding-top="4mm">
              <xsl:call-template name="s:line">
                <xsl:with-param name="value">
                  <xsl:call-template name="s:person"><xsl:with-param name="name" select="$intake/o:received_by"/></xsl:call-template>
                </xsl:with-param>
                <xsl:with-param name="hint">(өтінімді қабылдаған адамның Т.А.Ә.)</xsl:with-param>
                <xsl:with-param name="field" select="concat('intake-received_by', $suffix)"/>
                <xsl:with-param name="width" select="$text-width - 112"/>
              </xsl:call-template>
            </fo:table-cell>
            <fo:table-cell ir:role="none" padding-left="3mm" padding-top="4mm">
              <fo:block ir:role="P">
                <xsl:text>қабылдау күні&#160;</xsl:text>
                <xsl:choose>
                  <xsl:when test="$s:fields and not(normalize-space($intake/o:received))">
                    <xsl:call-template name="p:date-fields"><xsl:with-param name="name" select="concat('intake-received', $suffix)"/><xsl:with-param name="of">қабылданған күннің</xsl:with-param><xsl:with-param name="month-width" select="20"/></xsl:call-template>
                  </xsl:when>
                  <xsl:otherwise><xsl:call-template name="p:form-date"><xsl:with-param name="moment" select="$intake/o:received"/></xsl:call-template></xsl:otherwise>
                </xsl:choose>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <fo:block ir:role="P" space-before="10pt">осы өтінімнің көшірмесі өтініш берушіге беріледі</fo:block>
    </fo:block>
  </xsl:template>

  <!-- "2015 жылғы «5» қазан", or the form's blanks. -->
  <xsl:template name="p:form-date">
    <xsl:param name="moment"/>
    <xsl:choose>
      <xsl:when test="contains($moment, 'T')">
        <xsl:variable name="date" select="f:date(f:date-of($moment))"/>
        <xsl:variable name="day" select="number(substring(f:date-of($moment), 9, 2))"/>
        <xsl:value-of select="concat(substring(f:date-of($moment), 1, 4), '&#160;жылғы «', $day, '»&#160;',
          substring-after(translate(substring-after($date, 'жылғы'), '&#160;', ' '), concat($day, ' ')))"/>
      </xsl:when>
      <xsl:otherwise>20__&#160;жылғы «___»&#160;_______</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

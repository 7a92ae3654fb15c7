<?xml version="1.0" encoding="UTF-8"?>
<!-- Appendix 4: application for the second stage (clause 7(1)). Wording and order are the act's own, to the letter.
     Input: a document of kind application-4 with a dossier, whose application and intake fill the lines, and with the
     competition, whose organiser is the addressee; what is absent stays a blank line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p d c o">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/intake.xsl"/>

  <xsl:template match="/d:document">
    <xsl:variable name="application" select="o:dossier/o:application"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім</xsl:with-param>
      <xsl:with-param name="author" select="$application/o:applicant_name"/>
      <xsl:with-param name="subject" select="$application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">4-қосымша</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="form"/>
        <xsl:if test="@applicant-copy = 'true' or @applicant-copy = '1'">
          <fo:block ir:role="P" break-before="page" text-align="end" font-size="{$small-font-size}pt" space-after="6pt">өтініш берушіге берілетін көшірме</fo:block>
          <xsl:call-template name="form"><xsl:with-param name="suffix">-copy</xsl:with-param><xsl:with-param name="heading">H2</xsl:with-param></xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The form; the copy's fields have names of their own. -->
  <xsl:template name="form">
    <xsl:param name="suffix"/>
    <xsl:param name="heading">H1</xsl:param>
    <xsl:variable name="application" select="/d:document/o:dossier/o:application"/>
    <xsl:call-template name="s:appendix-mark">
      <xsl:with-param name="text">Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 4-қосымша</xsl:with-param>
    </xsl:call-template>
    <fo:block start-indent="{$text-width * 0.52}mm" space-after="14pt" keep-together.within-page="always">
      <fo:block ir:role="P" text-align="center">
        <xsl:text>Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган </xsl:text>
        <xsl:call-template name="s:blank">
          <xsl:with-param name="value" select="$p:organiser/c:name"/>
          <xsl:with-param name="underscores" select="'___________________________'"/>
            <xsl:with-param name="field" select="concat('application-addressee', $suffix)"/>
            <xsl:with-param name="tooltip">уәкілетті органның атауы</xsl:with-param>
            <xsl:with-param name="width" select="70"/>
        </xsl:call-template>
      </fo:block>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:type" ir:role="{$heading}" space-before="20pt" space-after="20pt">Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім</fo:block>
    <xsl:call-template name="s:line">
      <xsl:with-param name="value" select="$application/o:cluster_name"/>
      <xsl:with-param name="hint">(аумақтық кластердің атауы)</xsl:with-param>
      <xsl:with-param name="field" select="concat('application-cluster_name', $suffix)"/>
    </xsl:call-template>
    <xsl:call-template name="s:line">
      <xsl:with-param name="value" select="$application/o:applicant_name"/>
      <xsl:with-param name="hint">(конкурстың екінші кезеңіне қатысушының атауы)</xsl:with-param>
      <xsl:with-param name="field" select="concat('application-applicant_name', $suffix)"/>
    </xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph" space-before="10pt" text-indent="0mm">осы өтінімді аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысу үшін қажетті құжаттар топтамасын жібереді.</fo:block>
    <xsl:call-template name="s:line">
      <xsl:with-param name="value" select="$application/o:signatory/o:position"/>
      <xsl:with-param name="hint">(өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы)</xsl:with-param>
      <xsl:with-param name="field" select="concat('application-signatory-position', $suffix)"/>
    </xsl:call-template>
    <xsl:call-template name="s:line">
      <xsl:with-param name="value">
        <xsl:call-template name="s:person"><xsl:with-param name="name" select="$application/o:signatory/o:name"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="hint">(Т.А.Ә.)</xsl:with-param>
      <xsl:with-param name="field" select="concat('application-signatory-name', $suffix)"/>
    </xsl:call-template>
    <xsl:call-template name="s:signature-line">
      <xsl:with-param name="field" select="concat('applicant', $suffix)"/>
      <xsl:with-param name="tooltip">Өтініш берушінің қолы</xsl:with-param>
      <xsl:with-param name="hint">(қолы)</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="p:intake"><xsl:with-param name="suffix" select="$suffix"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Protocol of the Commission on the results of the first stage (clauses 24-26).
     Input: a document of kind protocol-25 with the competition, the sitting, an assessment for each application with its
     decision, the threshold, the terms for strategies and road maps. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1"
                exclude-result-prefixes="s f p d c">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/sitting.xsl"/>
  <xsl:import href="parts/assessments.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">sitting</xsl:with-param>
      <xsl:with-param name="nodes" select="d:sitting"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">assessment</xsl:with-param>
      <xsl:with-param name="nodes" select="d:assessment"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">threshold</xsl:with-param>
      <xsl:with-param name="nodes" select="d:threshold"/>
    </xsl:call-template>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:text>Конкурстың бірінші кезеңінің нәтижелері туралы хаттама</xsl:text>
        <xsl:if test="@number"><xsl:value-of select="concat(' №&#160;', @number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="d:sitting/d:organisation"/>
      <xsl:with-param name="subject" select="$p:competition/c:title"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">Хаттама, 25-тармақ</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead-of-the-sitting"/>
        <fo:block xsl:use-attribute-sets="s:type">ХАТТАМА</fo:block>
        <xsl:call-template name="p:date-number-place"/>
        <fo:block xsl:use-attribute-sets="s:subject">Аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңінің нәтижелері туралы</fo:block>
        <xsl:call-template name="p:those-who-sat"/>
        <fo:block xsl:use-attribute-sets="s:heading" text-align="center">КҮН ТӘРТІБІ</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">Аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңінің нәтижелерін қарау туралы.</fo:block>
        <fo:block xsl:use-attribute-sets="s:heading" text-align="center">ТЫҢДАЛДЫ</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:copy-of select="$p:rules-of-the-act"/>
          <xsl:text> 23-тармағына сәйкес конкурсты ұйымдастырушы берген өтінімдер материалдарын қарау қорытындылары туралы ақпарат.</xsl:text>
        </fo:block>
        <xsl:call-template name="p:bases"/>
        <fo:block xsl:use-attribute-sets="s:heading" text-align="center">ШЕШІМ ҚАБЫЛДАНДЫ</fo:block>
        <xsl:call-template name="p:first-stage-decisions"/>
        <xsl:call-template name="p:vote"/>
        <xsl:call-template name="p:signatures-of-the-sitting"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

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
    <xsl:call-template name="p:protocol">
      <xsl:with-param name="title">Конкурстың бірінші кезеңінің нәтижелері туралы хаттама</xsl:with-param>
      <xsl:with-param name="form">Хаттама, 25-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңінің нәтижелері туралы</xsl:with-param>
      <xsl:with-param name="agenda">Аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңінің нәтижелерін қарау туралы.</xsl:with-param>
      <xsl:with-param name="heard">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 23-тармағына сәйкес конкурсты ұйымдастырушы берген өтінімдер материалдарын қарау қорытындылары туралы ақпарат.</xsl:text></fo:block>
        <xsl:call-template name="p:bases"/>
      </xsl:with-param>
      <xsl:with-param name="decided">
        <xsl:call-template name="p:first-stage-decisions"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

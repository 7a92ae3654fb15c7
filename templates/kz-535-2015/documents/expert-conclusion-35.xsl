<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion of the expert council with its analysis of strategies and road maps of those who did not take part in the first
     stage (clauses 34, 35); the act knows no points here. Input: a document of kind expert-conclusion-35 with the competition, the
     council's sitting, and an assessment for each application with remarks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
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
    <xsl:call-template name="p:protocol">
      <xsl:with-param name="title">Сарапшылық кеңестің қорытындысы</xsl:with-param>
      <xsl:with-param name="form">Сарапшылық қорытынды, 35-тармақ</xsl:with-param>
      <xsl:with-param name="type">ҚОРЫТЫНДЫ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерлерді дамыту стратегияларына және жол карталарына жүргізілген талдау туралы</xsl:with-param>
      <xsl:with-param name="agenda">Конкурстың бірінші кезеңіне қатыспаған конкурсқа қатысушылардың аумақтық кластерлерді дамыту стратегияларын және жол карталарын талдау туралы.</xsl:with-param>
      <xsl:with-param name="heard">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 34-тармағына сәйкес аумақтық кластерлерді дамыту стратегияларына және жол карталарына жүргізілген талдау туралы ақпарат.</xsl:text></fo:block>
        <xsl:call-template name="analysis"/>
        <xsl:call-template name="p:bases"/>
      </xsl:with-param>
      <xsl:with-param name="decided">
        <fo:block xsl:use-attribute-sets="s:paragraph">1. Аумақтық кластерлерді дамыту стратегияларын және жол карталарын талдау нәтижелері мақұлдансын.</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">2. Осы қорытынды Қағидалардың 35-тармағына сәйкес конкурсты ұйымдастырушыға берілсін.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="analysis">
    <xsl:for-each select="/d:document/d:assessment">
      <fo:block xsl:use-attribute-sets="s:subheading"><xsl:value-of select="concat(position(), '. ')"/><xsl:call-template name="p:cluster"><xsl:with-param name="name" select="d:cluster"/></xsl:call-template></fo:block>
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
        <xsl:value-of select="concat('Конкурсқа қатысушы: ', normalize-space(d:applicant), '; тіркеу нөмірі&#160;– ', normalize-space(@number), '.')"/>
      </fo:block>
      <xsl:for-each select="d:remark">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="normalize-space()"/></fo:block>
      </xsl:for-each>
      <xsl:if test="not(d:remark)"><fo:block xsl:use-attribute-sets="s:paragraph">Ескертулер жоқ.</fo:block></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion of the regional-development body on strategy and road map of a participant who did not take part in the first stage
     (clause 33). Input: a document of kind conclusion-33 with the body as issuer, one assessment, what was considered, the verdict. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/conclusion.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:conclusion">
      <xsl:with-param name="form">Қорытынды, 33-тармақ</xsl:with-param>
      <xsl:with-param name="about">Аумақтық кластерді дамыту стратегиясының және жол картасының Өңірлерді дамытудың 2020&#160;жылға дейінгі бағдарламасына сәйкестігі туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Өңірлік даму саласындағы мемлекеттік орган </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 33-тармағына сәйкес мына конкурсқа қатысушының аумақтық кластерді дамыту стратегиясын және жол картасын </xsl:text><xsl:copy-of select="$p:programme"/><xsl:text> сәйкестігі тұрғысынан қарады:</xsl:text></fo:block>
        <xsl:call-template name="p:considered-application"/>
        <fo:block xsl:use-attribute-sets="s:heading">Қарау нәтижелері</fo:block>
        <xsl:call-template name="p:considerations"><xsl:with-param name="head">Бағдарламаның бағыты немесе міндеті</xsl:with-param></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:heading">Қорытынды</fo:block>
        <xsl:call-template name="p:comes-to"><xsl:with-param name="what">Аумақтық кластерді дамыту стратегиясы және жол картасы Өңірлерді дамытудың 2020&#160;жылға дейінгі бағдарламасына</xsl:with-param></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion of the authorised body on an application's conformity with the priorities of its branch (clause 17).
     Input: a document of kind conclusion-authorised-body with the body as issuer, one assessment, what was considered, the verdict. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/conclusion.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:conclusion">
      <xsl:with-param name="form">Қорытынды, 17-тармақ</xsl:with-param>
      <xsl:with-param name="about">Конкурстық өтінімнің сала дамуының басымдықтарына сәйкестігі туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Уәкілетті орган </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 17-тармағына сәйкес мына конкурстық өтінімді сала дамуының басымдықтарына сәйкестігі тұрғысынан қарады:</xsl:text></fo:block>
        <xsl:call-template name="p:considered-application"/>
        <fo:block xsl:use-attribute-sets="s:heading">Қарау нәтижелері</fo:block>
        <xsl:call-template name="p:considerations"><xsl:with-param name="head">Сала дамуының басымдығы</xsl:with-param></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:heading">Қорытынды</fo:block>
        <xsl:call-template name="p:comes-to"><xsl:with-param name="what">Конкурстық өтінім сала дамуының басымдықтарына</xsl:with-param></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

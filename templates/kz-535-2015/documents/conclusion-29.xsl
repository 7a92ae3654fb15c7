<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion of the authorised body on strategy and road map (clause 29), with the results of clause 28: what the bodies
     concerned answered (28(1)), how strategy and road map agree with concept and appendices 5 and 6 (28(2)).
     Input: a document of kind conclusion-29 with the body as issuer, one assessment with the papers strategy and road-map, the
     agreements, what was considered, the verdict. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/conclusion.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:conclusion">
      <xsl:with-param name="form">Қорытынды, 29-тармақ</xsl:with-param>
      <xsl:with-param name="about">Аумақтық кластерді дамыту стратегиясы және жол картасы бойынша</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Уәкілетті орган </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 28 және 29-тармақтарына сәйкес мына конкурсқа қатысушының Аумақтық кластерді дамыту стратегиясын және жол картасын қарады:</xsl:text></fo:block>
        <xsl:call-template name="p:considered-application"/>
        <xsl:call-template name="term"/>
        <fo:block xsl:use-attribute-sets="s:heading">1. Жол картасын келісу нәтижелері (28-тармақтың 1)&#160;тармақшасы)</fo:block>
        <xsl:call-template name="agreements"/>
        <fo:block xsl:use-attribute-sets="s:heading">2. Стратегия мен жол картасын қарау нәтижелері (28-тармақтың 2)&#160;тармақшасы)</fo:block>
        <xsl:call-template name="against"><xsl:with-param name="key">concept</xsl:with-param><xsl:with-param name="title">Аумақтық кластерді дамыту жөніндегі тұжырымдамаға сәйкестігі</xsl:with-param></xsl:call-template>
        <xsl:call-template name="against"><xsl:with-param name="key">5</xsl:with-param><xsl:with-param name="title">Қағидалардың 5-қосымшасында белгіленген талаптарға сәйкестігі</xsl:with-param></xsl:call-template>
        <xsl:call-template name="against"><xsl:with-param name="key">6</xsl:with-param><xsl:with-param name="title">Қағидалардың 6-қосымшасында белгіленген талаптарға сәйкестігі</xsl:with-param></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:heading">Қорытынды</fo:block>
        <xsl:call-template name="p:comes-to"><xsl:with-param name="what">Аумақтық кластерді дамыту стратегиясы және жол картасы Аумақтық кластерді дамыту жөніндегі тұжырымдамаға және Қағидалардың 5 және 6-қосымшаларында белгіленген талаптарға</xsl:with-param></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Until when they are considered: 20 calendar days from the day on which they were registered. -->
  <xsl:template name="term">
    <xsl:variable name="strategy" select="d:assessment[1]/d:paper[@kind = 'strategy']"/>
    <xsl:if test="$strategy/@date">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:value-of select="concat('Қағидалардың 28-тармағының 2)&#160;тармақшасында белгіленген қарау мерзімі (келіп түскені тіркелген күннен бастап күнтізбелік 20&#160;(жиырма) күн) аяқталатын күн&#160;– ', f:date(f:term-end($strategy/@date, 20)), '.')"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="agreements">
    <xsl:choose>
      <xsl:when test="d:agreement">
        <fo:table xsl:use-attribute-sets="s:table">
          <fo:table-column column-width="9mm"/>
          <fo:table-column column-width="proportional-column-width(5)"/>
          <fo:table-column column-width="40mm"/>
          <fo:table-column column-width="30mm"/>
          <fo:table-column column-width="proportional-column-width(4)"/>
          <fo:table-header>
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Мүдделі мемлекеттік немесе жергілікті атқарушы орган</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Жіберілген күні; жауап хаттың нөмірі мен күні</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Нәтижесі</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Ескертулері</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="d:agreement">
              <fo:table-row xsl:use-attribute-sets="s:row">
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="@body"/></xsl:call-template>
                <fo:table-cell xsl:use-attribute-sets="s:cell">
                  <fo:block><xsl:choose><xsl:when test="@sent"><xsl:value-of select="f:date(@sent)"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></fo:block>
                  <xsl:if test="@number or @date">
                    <fo:block><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="."/></xsl:call-template></fo:block>
                  </xsl:if>
                </fo:table-cell>
                <xsl:call-template name="s:td">
                  <xsl:with-param name="text">
                    <xsl:choose>
                      <xsl:when test="@result = 'agreed'">келісті</xsl:when>
                      <xsl:when test="@result = 'with-remarks'">ескертулермен келісті</xsl:when>
                      <xsl:when test="@result = 'refused'">келіспеді</xsl:when>
                      <xsl:otherwise>жауап келіп түспеді</xsl:otherwise>
                    </xsl:choose>
                  </xsl:with-param>
                </xsl:call-template>
                <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:choose><xsl:when test="normalize-space()"><xsl:value-of select="."/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="s:paragraph">Жол картасында мемлекеттік қолдау шараларының ұсынылуын талап ететін іс-шаралар жоқ, келісу жүргізілген жоқ.</fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="against">
    <xsl:param name="key"/>
    <xsl:param name="title"/>
    <fo:block xsl:use-attribute-sets="s:subheading"><xsl:value-of select="$title"/></fo:block>
    <xsl:call-template name="p:considerations">
      <xsl:with-param name="list" select="/d:document/d:consideration[@against = $key]"/>
      <xsl:with-param name="head">Қаралған мәселе</xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusions that a body gives on one application: what was considered, how it was found, what it comes to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:ru="urn:irikteu:russian:1"
                exclude-result-prefixes="s f p d c ru">
  <xsl:import href="letter.xsl"/>

  <!-- form: for the footer; about: "… туралы"; body: the blocks of the text. -->
  <xsl:template name="p:conclusion">
    <xsl:param name="form"/>
    <xsl:param name="about"/>
    <xsl:param name="body"/>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">issuer</xsl:with-param>
      <xsl:with-param name="nodes" select="d:issuer"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">assessment</xsl:with-param>
      <xsl:with-param name="nodes" select="d:assessment"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">verdict</xsl:with-param>
      <xsl:with-param name="nodes" select="d:verdict"/>
    </xsl:call-template>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:value-of select="concat($about, ' қорытынды')"/>
        <xsl:if test="/d:document/@number"><xsl:value-of select="concat(' №&#160;', /d:document/@number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="$p:issuer-name"/>
      <xsl:with-param name="subject" select="d:assessment[1]/d:cluster"/>
      <xsl:with-param name="date" select="/d:document/@clock"/>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form" select="$form"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead-of-the-issuer"/>
        <fo:block xsl:use-attribute-sets="s:type">ҚОРЫТЫНДЫ</fo:block>
        <xsl:call-template name="p:date-and-number"/>
        <fo:block xsl:use-attribute-sets="s:subject"><xsl:value-of select="$about"/></fo:block>
        <xsl:copy-of select="$body"/>
        <xsl:call-template name="p:annexes"/>
        <xsl:call-template name="p:signature-of-the-issuer"/>
        <xsl:call-template name="p:executor"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Which application: cluster, applicant, number, papers. -->
  <xsl:template name="p:considered-application">
    <xsl:variable name="application" select="/d:document/d:assessment[1]"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="58mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:call-template name="s:particular"><xsl:with-param name="label">Аумақтық кластердің атауы</xsl:with-param><xsl:with-param name="value" select="normalize-space($application/d:cluster)"/></xsl:call-template>
        <xsl:call-template name="s:particular"><xsl:with-param name="label">Конкурсқа қатысушы</xsl:with-param><xsl:with-param name="value" select="normalize-space($application/d:applicant)"/></xsl:call-template>
        <xsl:call-template name="s:particular"><xsl:with-param name="label">Тіркеу нөмірі</xsl:with-param><xsl:with-param name="value" select="normalize-space($application/@number)"/></xsl:call-template>
        <xsl:for-each select="$application/d:paper">
          <xsl:call-template name="s:particular">
            <xsl:with-param name="label">
              <xsl:choose>
                <xsl:when test="@kind = 'strategy'">Аумақтық кластерді дамыту стратегиясы</xsl:when>
                <xsl:when test="@kind = 'road-map'">Аумақтық кластерді дамытудың жол картасы</xsl:when>
                <xsl:when test="normalize-space()"><xsl:value-of select="normalize-space()"/></xsl:when>
                <xsl:otherwise>Ұсынылған құжат</xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
            <xsl:with-param name="value">
              <xsl:text>келіп түскені тіркелген: </xsl:text>
              <xsl:call-template name="p:cited"><xsl:with-param name="paper" select="."/></xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- What was considered and how it was found. -->
  <xsl:template name="p:considerations">
    <xsl:param name="list" select="/d:document/d:consideration"/>
    <xsl:param name="head"/>
    <xsl:variable name="judged" select="boolean($list/@conforms)"/>
    <xsl:choose>
      <xsl:when test="$list">
        <fo:table xsl:use-attribute-sets="s:table">
          <fo:table-column column-width="9mm"/>
          <fo:table-column column-width="proportional-column-width(5)"/>
          <xsl:if test="$judged"><fo:table-column column-width="30mm"/></xsl:if>
          <fo:table-column column-width="proportional-column-width(6)"/>
          <fo:table-header>
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text" select="$head"/></xsl:call-template>
              <xsl:if test="$judged"><xsl:call-template name="s:th"><xsl:with-param name="text">Сәйкестігі</xsl:with-param></xsl:call-template></xsl:if>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Негіздеме</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="$list">
              <fo:table-row xsl:use-attribute-sets="s:row">
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="d:subject"/></xsl:call-template>
                <xsl:if test="$judged">
                  <xsl:call-template name="s:td">
                    <xsl:with-param name="text"><xsl:call-template name="p:conforms"><xsl:with-param name="conforms" select="@conforms"/></xsl:call-template></xsl:with-param>
                    <xsl:with-param name="align" select="'center'"/>
                  </xsl:call-template>
                </xsl:if>
                <xsl:call-template name="s:td">
                  <xsl:with-param name="text">
                    <xsl:choose>
                      <xsl:when test="normalize-space(d:text)"><xsl:value-of select="d:text"/></xsl:when>
                      <xsl:otherwise>–</xsl:otherwise>
                    </xsl:choose>
                  </xsl:with-param>
                </xsl:call-template>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:when>
      <xsl:otherwise><fo:block xsl:use-attribute-sets="s:paragraph">Жекелеген мәселелер бойынша ескертулер жоқ.</fo:block></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:conforms">
    <xsl:param name="conforms"/>
    <xsl:choose>
      <xsl:when test="$conforms = 'true' or $conforms = '1'">сәйкес</xsl:when>
      <xsl:when test="$conforms">сәйкес емес</xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The sentence that the conclusion comes to, and its reasons. -->
  <xsl:template name="p:comes-to">
    <xsl:param name="what"/>
    <xsl:variable name="verdict" select="/d:document/d:verdict"/>
    <fo:block xsl:use-attribute-sets="s:paragraph" font-weight="bold" keep-together.within-page="always">
      <xsl:value-of select="concat($what, ' ')"/>
      <xsl:choose>
        <xsl:when test="$verdict/@conforms = 'true' or $verdict/@conforms = '1'">сәйкес келеді.</xsl:when>
        <xsl:otherwise>сәйкес келмейді.</xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:if test="normalize-space($verdict)">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="normalize-space($verdict)"/></fo:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

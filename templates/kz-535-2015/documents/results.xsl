<?xml version="1.0" encoding="UTF-8"?>
<!-- Notice of the competition's results on the organiser's web site (clause 40).
     Input: a document of kind results with the competition, an assessment for each application with its decision, and as
     basis the Commission's protocol. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1"
                exclude-result-prefixes="s f p ru d c">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/assessments.xsl"/>
  <xsl:import href="parts/dossier.xsl"/>
  <xsl:import href="parts/russian.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">basis</xsl:with-param>
      <xsl:with-param name="nodes" select="d:basis[@kind = 'commission-protocol']"/>
    </xsl:call-template>
    <xsl:variable name="protocol" select="d:basis[@kind = 'commission-protocol'][1]"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">Конкурстың нәтижелері туралы хабарлама</xsl:with-param>
      <xsl:with-param name="author" select="$p:organiser/c:name"/>
      <xsl:with-param name="subject" select="$p:competition/c:title"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">Хабарлама, 40-тармақ</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead"/>
        <fo:block xsl:use-attribute-sets="s:type">ХАБАРЛАМА</fo:block>
        <xsl:call-template name="p:date-and-number"/>
        <fo:block xsl:use-attribute-sets="s:subject">Аумақтық кластерлерді конкурстық іріктеудің нәтижелері туралы</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>Конкурсты ұйымдастырушы </xsl:text>
          <xsl:copy-of select="$p:rules-of-the-act"/>
          <xsl:text> 40-тармағына сәйкес конкурстың (</xsl:text>
          <xsl:value-of select="normalize-space($p:competition/c:title)"/>
          <xsl:text>) нәтижелері туралы хабарлайды. Негізі: </xsl:text>
          <xsl:value-of select="normalize-space($protocol)"/>
          <xsl:call-template name="p:cited-in-brackets"><xsl:with-param name="paper" select="$protocol"/></xsl:call-template>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:choose>
          <xsl:when test="$p:let-in">
            <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
              <xsl:choose>
                <xsl:when test="$p:competition/@stage = '2'">Конкурстың екінші кезеңінің жеңімпаздары:</xsl:when>
                <xsl:otherwise>Конкурстың екінші кезеңіне жіберілген қатысушылар:</xsl:otherwise>
              </xsl:choose>
            </fo:block>
            <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="$p:let-in"/><xsl:with-param name="cited" select="false()"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <fo:block xsl:use-attribute-sets="s:paragraph">
              <xsl:choose>
                <xsl:when test="$p:competition/@stage = '2'">Комиссия конкурстың жеңімпаздарын айқындаған жоқ.</xsl:when>
                <xsl:otherwise>Конкурстың екінші кезеңіне жіберілген қатысушылар жоқ.</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </xsl:otherwise>
        </xsl:choose>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
          <xsl:text>Хабарлама конкурсты ұйымдастырушының ресми интернет-ресурсында орналастырылады</xsl:text>
          <xsl:if test="normalize-space($p:organiser/c:site)"><xsl:value-of select="concat(' (', normalize-space($p:organiser/c:site), ')')"/></xsl:if>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:call-template name="p:parallel"/>
        <xsl:call-template name="p:signature-of-organiser"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:subject"><xsl:with-param name="text">О результатах конкурсного отбора территориальных кластеров</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>Организатор конкурса в соответствии с пунктом&#160;40 </xsl:text>
      <xsl:copy-of select="$ru:rules-of-the-act"/>
      <xsl:text>, сообщает о результатах конкурса на основании протокола Комиссии</xsl:text>
      <xsl:call-template name="ru:cited"><xsl:with-param name="paper" select="d:basis[@kind = 'commission-protocol'][1]"/></xsl:call-template>
      <xsl:text>. </xsl:text>
      <xsl:choose>
        <xsl:when test="not($p:let-in) and $p:competition/@stage = '2'">Победители конкурса не определены.</xsl:when>
        <xsl:when test="not($p:let-in)">Во второй этап никто не допущен.</xsl:when>
        <xsl:when test="$p:competition/@stage = '2'">Победители второго этапа перечислены в таблице.</xsl:when>
        <xsl:otherwise>Участники, допущенные во второй этап, перечислены в таблице.</xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>

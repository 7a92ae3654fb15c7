<?xml version="1.0" encoding="UTF-8"?>
<!-- Letter that sends the first stage's applications to the regional-development body for its conclusion (clause 17).
     Input: a document of kind letter-regional-body with the competition, the addressee, an assessment for each application. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/letter.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">addressee</xsl:with-param>
      <xsl:with-param name="nodes" select="d:addressee"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">assessment</xsl:with-param>
      <xsl:with-param name="nodes" select="d:assessment"/>
    </xsl:call-template>
    <xsl:call-template name="p:letter">
      <xsl:with-param name="form">Хат, 17-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Конкурстық өтінімдерді қорытынды беру үшін жіберу туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Конкурсты ұйымдастырушы </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 17-тармағына сәйкес мына конкурстық өтінімдерді </xsl:text><xsl:copy-of select="$p:programme"/><xsl:text> сәйкестігі тұрғысынан қорытынды беру үшін жібереді:</xsl:text></fo:block>
        <xsl:call-template name="p:applications"/>
        <fo:block xsl:use-attribute-sets="s:paragraph">Қағидалардың 17-тармағына сәйкес қорытынды оны беруге арналған өтінім тіркелген күннен бастап 10&#160;(он) жұмыс күні ішінде беріледі. Қағидалардың 18-тармағына сәйкес қорытындыларды жинауды ұлттық институт жүзеге асырады.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">О направлении конкурсных заявок для дачи заключения</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Организатор конкурса в соответствии с пунктом&#160;17 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, направляет следующие конкурсные заявки для дачи заключения на предмет соответствия </xsl:text><xsl:copy-of select="$ru:programme"/><xsl:text>:</xsl:text></fo:block>
    <xsl:call-template name="ru:applications"/>
    <fo:block xsl:use-attribute-sets="s:paragraph">В соответствии с пунктом&#160;17 Правил заключение даётся в течение 10&#160;(десяти) рабочих дней со дня регистрации заявки на дачу заключения. В соответствии с пунктом&#160;18 Правил сбор заключений осуществляет национальный институт.</fo:block>
  </xsl:template>
</xsl:stylesheet>

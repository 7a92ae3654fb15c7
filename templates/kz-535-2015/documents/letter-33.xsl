<?xml version="1.0" encoding="UTF-8"?>
<!-- Letter that sends strategies and road maps of those who did not take part in the first stage to the regional-development
     body for its conclusion (clause 33). Input: a document of kind letter-33 with the competition, the addressee, an assessment
     for each application. -->
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
      <xsl:with-param name="form">Хат, 33-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Стратегиялар мен жол карталарын қорытынды беру үшін жіберу туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Конкурсты ұйымдастырушы </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 33-тармағына сәйкес конкурстың бірінші кезеңіне қатыспаған мына конкурсқа қатысушылардың аумақтық кластерлерді дамыту стратегияларын және жол карталарын </xsl:text><xsl:copy-of select="$p:programme"/><xsl:text> сәйкестігі тұрғысынан қорытынды беру үшін жібереді:</xsl:text></fo:block>
        <xsl:call-template name="p:applications"/>
        <fo:block xsl:use-attribute-sets="s:paragraph">Қағидалардың 34-тармағына сәйкес қорытындыларды жинауды ұлттық институт жүзеге асырады.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">О направлении стратегий и дорожных карт для дачи заключения</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:text>Организатор конкурса в соответствии с пунктом&#160;33 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, направляет стратегии развития территориальных кластеров и дорожные карты следующих участников конкурса, не участвовавших в первом этапе конкурса, для дачи заключения на предмет соответствия </xsl:text><xsl:copy-of select="$ru:programme"/><xsl:text>:</xsl:text></fo:block>
    <xsl:call-template name="ru:applications"/>
    <fo:block xsl:use-attribute-sets="s:paragraph">В соответствии с пунктом&#160;34 Правил сбор заключений осуществляет национальный институт.</fo:block>
  </xsl:template>
</xsl:stylesheet>

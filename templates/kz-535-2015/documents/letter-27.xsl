<?xml version="1.0" encoding="UTF-8"?>
<!-- Letter by which a participant of the second stage sends strategy and road map to the authorised body for its conclusion
     (clause 27). Input: a document of kind letter-27 with the participant as issuer, the addressee, one assessment that names
     the cluster. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/letter.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">issuer</xsl:with-param>
      <xsl:with-param name="nodes" select="d:issuer"/>
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
      <xsl:with-param name="form">Хат, 27-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерді дамыту стратегиясын және жол картасын қорытынды беру үшін жіберу туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Конкурсқа қатысушы </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 27-тармағына сәйкес Аумақтық кластерді дамыту стратегиясын және Аумақтық кластерді дамытудың жол картасын қорытынды беру үшін жібереді.</xsl:text></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Аумақтық кластердің атауы: </xsl:text><xsl:value-of select="normalize-space(d:assessment[1]/d:cluster)"/><xsl:text>.</xsl:text></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">Қағидалардың 28-тармағының 2)&#160;тармақшасына сәйкес стратегия мен жол картасы келіп түскені тіркелген күннен бастап күнтізбелік 20&#160;(жиырма) күн ішінде Аумақтық кластерді дамыту жөніндегі тұжырымдамаға және Қағидалардың 5 және 6-қосымшаларында белгіленген талаптарға сәйкестігі тұрғысынан қаралады.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">О направлении стратегии и дорожной карты развития территориального кластера для дачи заключения</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Участник конкурса в соответствии с пунктом&#160;27 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, направляет стратегию развития территориального кластера и дорожную карту развития территориального кластера для дачи заключения.</xsl:text></fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Наименование территориального кластера: </xsl:text><xsl:call-template name="ru:cluster-name"><xsl:with-param name="of" select="d:assessment[1]/d:cluster"/></xsl:call-template><xsl:text>.</xsl:text></fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">В соответствии с подпунктом&#160;2) пункта&#160;28 Правил стратегия и дорожная карта в течение 20&#160;(двадцати) календарных дней со дня регистрации их поступления рассматриваются на соответствие концепции по развитию территориального кластера и требованиям, установленным приложениями&#160;5 и&#160;6 к Правилам.</fo:block>
  </xsl:template>
</xsl:stylesheet>

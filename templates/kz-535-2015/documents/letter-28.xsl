<?xml version="1.0" encoding="UTF-8"?>
<!-- Letter by which the authorised body sends the road map, with the strategy, to the bodies concerned for their agreement
     (clause 28(1)). Input: a document of kind letter-28 with the authorised body as issuer, the addressees, one assessment that
     names the cluster. -->
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
      <xsl:with-param name="form">Хат, 28-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерді дамытудың жол картасын келісу туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Уәкілетті орган </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 28-тармағының 1)&#160;тармақшасына сәйкес, Аумақтық кластерді дамыту стратегиясын қоса бере отырып, мемлекеттік қолдау шараларының ұсынылуын талап ететін іс-шараларды келісу үшін Аумақтық кластерді дамытудың жол картасын жібереді.</xsl:text></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Аумақтық кластердің атауы: </xsl:text><xsl:value-of select="normalize-space(d:assessment[1]/d:cluster)"/><xsl:text>. Конкурсқа қатысушы: </xsl:text><xsl:value-of select="normalize-space(d:assessment[1]/d:applicant)"/><xsl:text>.</xsl:text></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">Қағидалардың 28-тармағына сәйкес жол картасы келіп түскені тіркелген күннен бастап 5&#160;(бес) жұмыс күні ішінде келісіледі.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">О согласовании дорожной карты развития территориального кластера</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Уполномоченный орган в соответствии с подпунктом&#160;1) пункта&#160;28 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, направляет дорожную карту развития территориального кластера с приложением стратегии развития территориального кластера для согласования мероприятий, требующих предоставления мер государственной поддержки.</xsl:text></fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Наименование территориального кластера: </xsl:text><xsl:call-template name="ru:cluster-name"><xsl:with-param name="of" select="d:assessment[1]/d:cluster"/></xsl:call-template><xsl:text>. Участник конкурса: </xsl:text><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:assessment[1]/d:applicant"/></xsl:call-template><xsl:text>.</xsl:text></fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">В соответствии с пунктом&#160;28 Правил дорожная карта согласовывается в течение 5&#160;(пяти) рабочих дней со дня регистрации её поступления.</fo:block>
  </xsl:template>
</xsl:stylesheet>

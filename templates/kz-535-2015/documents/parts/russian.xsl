<?xml version="1.0" encoding="UTF-8"?>
<!-- The parallel Russian text of letters and notices: shown where the data ask for it by parallel="ru". Whatever imports this
     file says the same in Russian by a template for d:document in mode ru. The Kazakh text is the document's own; names
     stand as they are given. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:ru="urn:irikteu:russian:1"
                exclude-result-prefixes="s f p d c ru">

  <xsl:variable name="ru:rules-of-the-act">Правил проведения конкурсного отбора территориальных кластеров, утверждённых постановлением Правительства Республики Казахстан от 16&#160;июля 2015&#160;года №&#160;535 (далее&#160;– Правила)</xsl:variable>

  <xsl:template name="p:parallel">
    <xsl:if test="/d:document/@parallel = 'ru'">
      <!-- One that a page can hold is not torn: where it does not fit behind the Kazakh text it has the next page, with the signature. -->
      <fo:block xml:lang="ru" space-before="10pt" border-top="0.5pt solid black" padding-top="6pt" keep-together.within-page="5">
        <xsl:apply-templates select="/d:document" mode="ru"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ru:subject">
    <xsl:param name="text"/>
    <fo:block xsl:use-attribute-sets="s:subject" ir:role="H2"><xsl:value-of select="normalize-space($text)"/></fo:block>
  </xsl:template>

  <!-- "9 октября 2015 года" -->
  <xsl:template name="ru:date">
    <xsl:param name="date"/>
    <xsl:variable name="month" select="number(substring($date, 6, 2))"/>
    <xsl:value-of select="concat(number(substring($date, 9, 2)), '&#160;')"/>
    <xsl:choose>
      <xsl:when test="$month = 1">января</xsl:when>
      <xsl:when test="$month = 2">февраля</xsl:when>
      <xsl:when test="$month = 3">марта</xsl:when>
      <xsl:when test="$month = 4">апреля</xsl:when>
      <xsl:when test="$month = 5">мая</xsl:when>
      <xsl:when test="$month = 6">июня</xsl:when>
      <xsl:when test="$month = 7">июля</xsl:when>
      <xsl:when test="$month = 8">августа</xsl:when>
      <xsl:when test="$month = 9">сентября</xsl:when>
      <xsl:when test="$month = 10">октября</xsl:when>
      <xsl:when test="$month = 11">ноября</xsl:when>
      <xsl:when test="$month = 12">декабря</xsl:when>
    </xsl:choose>
    <xsl:value-of select="concat(' ', substring($date, 1, 4), '&#160;года')"/>
  </xsl:template>

  <!-- The address as it is given. -->
  <xsl:template name="ru:reach">
    <xsl:variable name="reach"><xsl:call-template name="p:reach"/></xsl:variable>
    <xsl:if test="string($reach)">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat('Адрес приёма заявок и контактные данные: ', $reach, '.')"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- "18:00 5 октября 2015 года" -->
  <xsl:template name="ru:moment">
    <xsl:param name="moment"/>
    <xsl:value-of select="concat(f:time-of($moment), ' ')"/>
    <xsl:call-template name="ru:date"><xsl:with-param name="date" select="f:date-of($moment)"/></xsl:call-template>
  </xsl:template>

  <!-- "(№ 2 от 1 декабря 2015 года)" of a paper. -->
  <xsl:template name="ru:cited">
    <xsl:param name="paper"/>
    <xsl:if test="$paper/@number"><xsl:value-of select="concat(' №&#160;', normalize-space($paper/@number))"/></xsl:if>
    <xsl:if test="$paper/@date">
      <xsl:text> от </xsl:text>
      <xsl:call-template name="ru:date"><xsl:with-param name="date" select="$paper/@date"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

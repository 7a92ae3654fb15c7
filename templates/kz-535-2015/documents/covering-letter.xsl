<?xml version="1.0" encoding="UTF-8"?>
<!-- Covering letter by which the organiser hands its protocol to the Commission: of the first stage (clause 23), of the
     second (37). Input: a document of kind covering-letter-23 or covering-letter-37 with the competition, the addressee, the
     organiser's protocol as basis. -->
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
      <xsl:with-param name="part">basis</xsl:with-param>
      <xsl:with-param name="nodes" select="d:basis[@kind = 'organiser-protocol']"/>
    </xsl:call-template>
    <xsl:call-template name="p:letter">
      <xsl:with-param name="form"><xsl:value-of select="concat('Ілеспе хат, ', $clause, '-тармақ')"/></xsl:with-param>
      <xsl:with-param name="subject">Конкурсты ұйымдастырушының хаттамасын беру туралы</xsl:with-param>
      <xsl:with-param name="body">
        <xsl:choose>
          <xsl:when test="$clause = 37">
            <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Конкурсты ұйымдастырушы </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 37-тармағына сәйкес конкурстық өтінімдерді қарау қорытындылары бойынша материалдарды қоса бере отырып, конкурсты ұйымдастырушы отырысының хаттамасын</xsl:text><xsl:call-template name="p:cited-in-brackets"><xsl:with-param name="paper" select="d:basis[@kind = 'organiser-protocol'][1]"/></xsl:call-template><xsl:text> береді.</xsl:text></fo:block>
          </xsl:when>
          <xsl:otherwise>
            <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Конкурсты ұйымдастырушы </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 23-тармағына сәйкес әрбір Аумақтық кластерді дамыту жөніндегі тұжырымдама бойынша жиналған баллдар көрсетілген өтінімдер материалдарын қарау хаттамасын</xsl:text><xsl:call-template name="p:cited-in-brackets"><xsl:with-param name="paper" select="d:basis[@kind = 'organiser-protocol'][1]"/></xsl:call-template><xsl:text> береді.</xsl:text></fo:block>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="d:basis[@kind = 'organiser-protocol'][1]/@date">
          <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat('Хаттаманы берудің соңғы мерзімі (қол қойылған күнінен бастап 3&#160;(үш) жұмыс күні)&#160;– ', f:date(f:add-working-days(d:basis[@kind = 'organiser-protocol'][1]/@date, 3)), '.')"/></fo:block>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:variable name="protocol" select="d:basis[@kind = 'organiser-protocol'][1]"/>
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">О передаче протокола организатора конкурса</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat('Организатор конкурса в соответствии с пунктом&#160;', $clause, ' ')"/><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:choose>
        <xsl:when test="$clause = 37">, передаёт протокол заседания организатора конкурса<xsl:call-template name="ru:cited"><xsl:with-param name="paper" select="$protocol"/></xsl:call-template> с приложением материалов по итогам рассмотрения конкурсных заявок.</xsl:when>
        <xsl:otherwise>, передаёт протокол рассмотрения материалов заявок<xsl:if test="normalize-space($protocol/@number) or $protocol/@date"> (протокол<xsl:call-template name="ru:cited"><xsl:with-param name="paper" select="$protocol"/></xsl:call-template>)</xsl:if> с указанием набранных баллов по каждой концепции по развитию территориального кластера.</xsl:otherwise>
      </xsl:choose></fo:block>
    <xsl:if test="$protocol/@date">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Последний день срока передачи протокола (3&#160;(три) рабочих дня со дня подписания)&#160;– </xsl:text><xsl:call-template name="ru:date"><xsl:with-param name="date" select="f:add-working-days($protocol/@date, 3)"/></xsl:call-template><xsl:text>.</xsl:text></fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="clause" select="number(substring-after(/d:document/@kind, 'covering-letter-'))"/>
</xsl:stylesheet>

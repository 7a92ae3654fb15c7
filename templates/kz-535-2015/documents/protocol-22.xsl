<?xml version="1.0" encoding="UTF-8"?>
<!-- Protocol of the organiser on the consideration of the first stage's applications, with the points of the expert
     council (clauses 22, 23). Input: a document of kind protocol-22 with the competition, the sitting, and an assessment for
     each application. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1"
                exclude-result-prefixes="s f p d c">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/sitting.xsl"/>
  <xsl:import href="parts/assessments.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">sitting</xsl:with-param>
      <xsl:with-param name="nodes" select="d:sitting"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">assessment</xsl:with-param>
      <xsl:with-param name="nodes" select="d:assessment"/>
    </xsl:call-template>
    <xsl:call-template name="p:protocol">
      <xsl:with-param name="title">Бірінші кезеңнің конкурстық өтінімдерін қарау хаттамасы</xsl:with-param>
      <xsl:with-param name="form">Хаттама, 22-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңіне қатысуға арналған өтінімдерді қарау қорытындылары туралы</xsl:with-param>
      <xsl:with-param name="agenda">Өтінімдер материалдарын, уәкілетті органның сала дамуының басымдықтарына сәйкестігі тұрғысынан және өңірлік даму саласындағы мемлекеттік органның Өңірлерді дамытудың 2020&#160;жылға дейінгі бағдарламасына сәйкестігі тұрғысынан қорытындылары мен сарапшылық қорытындыларды қарау туралы.</xsl:with-param>
      <xsl:with-param name="heard">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always"><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 22-тармағына сәйкес мына материалдар туралы ақпарат.</xsl:text></fo:block>
        <xsl:call-template name="p:assessments"/>
        <xsl:call-template name="p:bases"/>
      </xsl:with-param>
      <xsl:with-param name="decided">
        <fo:block xsl:use-attribute-sets="s:paragraph">1. Өтінімдерді қарау қорытындылары және әрбір Аумақтық кластерді дамыту жөніндегі тұжырымдама бойынша жиналған баллдар осы хаттаманың кестесіне сәйкес ресімделсін.</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always" keep-with-next.within-page="always">2. Осы хаттама Қағидалардың 23-тармағына сәйкес қол қойылған күнінен бастап 3&#160;(үш) жұмыс күні ішінде Қазақстан Республикасы Үкіметінің жанындағы Қазақстан Республикасын өнеркәсіптік дамыту жөніндегі комиссияға берілсін.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion of the expert council on the concepts, with the points of each (clause 21).
     Input: a document of kind expert-conclusion with the competition, the council's sitting, and an assessment for each concept with
     its points, the experts' marks and remarks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
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
      <xsl:with-param name="title">Сарапшылық кеңестің қорытындысы</xsl:with-param>
      <xsl:with-param name="form">Сарапшылық қорытынды, 21-тармақ</xsl:with-param>
      <xsl:with-param name="type">ҚОРЫТЫНДЫ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерлерді дамыту жөніндегі тұжырымдамаларға жүргізілген сараптаманың нәтижелері туралы</xsl:with-param>
      <xsl:with-param name="agenda">Қатысушылар ұсынған аумақтық кластерлерді дамыту тұжырымдамаларын аумақтық кластерлерді конкурстық іріктеу өлшемшарттары бойынша бағалау туралы.</xsl:with-param>
      <xsl:with-param name="heard">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 20-тармағына сәйкес сарапшылар толтырған бағалау парақтары туралы ақпарат.</xsl:text></fo:block>
        <xsl:call-template name="marks"/>
        <xsl:call-template name="p:bases"/>
      </xsl:with-param>
      <xsl:with-param name="decided">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">1. Әрбір Аумақтық кластерді дамыту жөніндегі тұжырымдама бойынша жиналған баллдар мынадай болып бекітілсін:</fo:block>
        <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="d:assessment"/></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">2. Осы қорытынды Қағидалардың 21-тармағына сәйкес конкурсты ұйымдастырушыға берілсін.</fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- For each concept the marks of the experts, each with the number of its score sheet, and what was remarked. -->
  <xsl:template name="marks">
    <xsl:for-each select="/d:document/d:assessment">
      <fo:block xsl:use-attribute-sets="s:subheading"><xsl:value-of select="concat(position(), '. ')"/><xsl:call-template name="p:cluster"><xsl:with-param name="name" select="d:cluster"/></xsl:call-template></fo:block>
      <xsl:if test="d:mark">
        <fo:table xsl:use-attribute-sets="s:table">
          <fo:table-column column-width="9mm"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="44mm"/>
          <fo:table-column column-width="28mm"/>
          <fo:table-header>
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Сарапшы</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Бағалау парағының нөмірі</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Баллдар</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="d:mark">
              <fo:table-row xsl:use-attribute-sets="s:row">
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="@expert"/></xsl:call-template>
                <xsl:call-template name="s:td">
                  <xsl:with-param name="text"><xsl:choose><xsl:when test="@sheet"><xsl:value-of select="@sheet"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></xsl:with-param>
                  <xsl:with-param name="align" select="'center'"/>
                </xsl:call-template>
                <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:points"><xsl:with-param name="points" select="@points"/></xsl:call-template></xsl:with-param><xsl:with-param name="align" select="'center'"/></xsl:call-template>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:if>
      <xsl:if test="not(d:mark)"><fo:block xsl:use-attribute-sets="s:paragraph">Бағалау парақтары берілмеген.</fo:block></xsl:if>
      <xsl:for-each select="d:remark">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="normalize-space()"/></fo:block>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

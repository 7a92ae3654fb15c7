<?xml version="1.0" encoding="UTF-8"?>
<!-- Protocol with the decision that the competition did not take place (clause 41).
     Input: a document of kind protocol-41 with the competition, the sitting, the protocol of the check as basis, an assessment
     for each applicant that conforms (at most one), and the last day for the notice of the repeat as term for="repeat". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1"
                exclude-result-prefixes="s f p d c">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/stage.xsl"/>
  <xsl:import href="parts/sitting.xsl"/>
  <xsl:import href="parts/assessments.xsl"/>
  <xsl:import href="parts/letter.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">sitting</xsl:with-param>
      <xsl:with-param name="nodes" select="d:sitting"/>
    </xsl:call-template>
    <xsl:call-template name="p:protocol">
      <xsl:with-param name="title">Конкурстың өтпегені туралы хаттама</xsl:with-param>
      <xsl:with-param name="form">Хаттама, 41-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерлерді конкурстық іріктеуді өтпеді деп тану туралы</xsl:with-param>
      <xsl:with-param name="agenda">Конкурсты өтпеді деп тану туралы.</xsl:with-param>
      <xsl:with-param name="heard">
        <xsl:call-template name="heard"/>
        <xsl:call-template name="p:bases"/>
      </xsl:with-param>
      <xsl:with-param name="decided">
        <xsl:call-template name="decided"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:variable name="p:stage" select="/d:document/c:competition/@stage"/>
  <xsl:variable name="conforming" select="/d:document/d:assessment"/>

  <xsl:template name="heard">
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:copy-of select="$p:rules-of-the-act"/>
      <xsl:value-of select="concat(' ', $p:checking, '-тармағына сәйкес жүргізілген тексеру нәтижелері туралы ақпарат. Қағидалардың ', $p:requirements, '-тармағында көзделген талаптарға сәйкес келетін конкурсқа қатысушылардың саны&#160;– ')"/>
      <xsl:call-template name="p:count"><xsl:with-param name="n" select="count($conforming)"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </fo:block>
    <xsl:if test="$conforming"><xsl:call-template name="p:applications"/></xsl:if>
  </xsl:template>

  <xsl:template name="decided">
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:value-of select="concat('1. Қағидалардың ', $p:requirements, '-тармағында көзделген талаптарға сәйкес конкурсқа қатысушы екеуден аз болғандықтан, Қағидалардың 41-тармағына сәйкес конкурс (', normalize-space($p:competition/c:title), ') өтпеді деп танылсын.')"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>2. Қағидалардың 42-тармағына сәйкес конкурстың қайта өткізілетіні туралы </xsl:text>
      <xsl:choose>
        <xsl:when test="/d:document/d:term[@for = 'repeat']">
          <xsl:value-of select="concat('екі айдан кешіктірмей, ', f:date-case(/d:document/d:term[@for = 'repeat']/@until, 'DAT'), ' дейін (қоса алғанда) хабарлансын.')"/>
        </xsl:when>
        <xsl:otherwise>екі айдан кешіктірмей хабарлансын.</xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always" keep-with-next.within-page="always">3. Конкурсқа қатысуға өтінім берген қатысушылар осы шешім туралы жазбаша хабардар етілсін.</fo:block>
  </xsl:template>
</xsl:stylesheet>

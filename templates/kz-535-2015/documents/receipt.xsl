<?xml version="1.0" encoding="UTF-8"?>
<!-- Receipt for a registered application: what came in, when, under which number, with the digests of the files.
     The applicant keeps it. Input: a document of kind receipt with the competition and a dossier with its intake. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p d c o">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/dossier.xsl"/>

  <xsl:variable name="dossier" select="/d:document/o:dossier[1]"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">dossier with intake</xsl:with-param>
      <xsl:with-param name="nodes" select="o:dossier/o:intake"/>
    </xsl:call-template>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:text>Конкурстық өтінімді тіркеу туралы қолхат</xsl:text>
        <xsl:if test="@number"><xsl:value-of select="concat(' №&#160;', @number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="$p:organiser/c:name"/>
      <xsl:with-param name="subject" select="$dossier/o:application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">Тіркеу туралы қолхат</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="receipt"/>
        <xsl:if test="@applicant-copy = 'true' or @applicant-copy = '1'">
          <fo:block ir:role="P" break-before="page" text-align="end" font-size="{$small-font-size}pt" space-after="6pt">өтініш берушіге берілетін дана</fo:block>
          <xsl:call-template name="receipt"><xsl:with-param name="suffix">-copy</xsl:with-param><xsl:with-param name="heading">H2</xsl:with-param></xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One copy of the receipt; the second one's signature field has a name of its own. -->
  <xsl:template name="receipt">
    <xsl:param name="suffix"/>
    <xsl:param name="heading">H1</xsl:param>
    <xsl:call-template name="p:letterhead"/>
    <fo:block xsl:use-attribute-sets="s:type" ir:role="{$heading}">ҚОЛХАТ</fo:block>
    <xsl:call-template name="p:date-and-number"><xsl:with-param name="suffix" select="$suffix"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:subject">Конкурстық өтінімді тіркеу туралы</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>Осы қолхат </xsl:text>
      <xsl:copy-of select="$p:rules-of-the-act"/>
      <xsl:text> негізінде өткізілетін конкурсқа қатысуға арналған мына өтінімнің келіп түскенін растайды. Тіркеу өтінімнің Қағидалардың талаптарына сәйкестігін білдірмейді.</xsl:text>
    </fo:block>
    <xsl:call-template name="p:dossier-particulars"><xsl:with-param name="dossier" select="$dossier"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:heading">Ұсынылған құжаттар</fo:block>
    <xsl:call-template name="p:dossier-files"><xsl:with-param name="dossier" select="$dossier"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph">Қолхат екі данада жасалды: бір данасы өтініш берушіге беріледі, екіншісі конкурсты ұйымдастырушыда сақталады.</fo:block>
    <xsl:call-template name="s:signatures">
      <xsl:with-param name="rows">
        <xsl:call-template name="s:signatory">
          <xsl:with-param name="position">Өтінімді қабылдаған адам</xsl:with-param>
          <xsl:with-param name="name">
            <xsl:call-template name="s:blank"><xsl:with-param name="value" select="$dossier/o:intake/o:received_by"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template>
          </xsl:with-param>
          <xsl:with-param name="field" select="concat('registrar', $suffix)"/>
          <xsl:with-param name="tooltip">Өтінімді қабылдаған адамның қолы</xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

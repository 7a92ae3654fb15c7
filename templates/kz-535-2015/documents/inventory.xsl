<?xml version="1.0" encoding="UTF-8"?>
<!-- Inventory of the documents of an application (clause 11): bound first, with the sheets of each document and the
     number of sheets of each volume. Input: a document of kind inventory with a dossier. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p d c o">
  <xsl:import href="parts/phrases.xsl"/>

  <xsl:variable name="dossier" select="/d:document/o:dossier[1]"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">dossier</xsl:with-param>
      <xsl:with-param name="nodes" select="o:dossier"/>
    </xsl:call-template>
    <xsl:variable name="application" select="$dossier/o:application"/>
    <xsl:variable name="volumes" select="$dossier/o:inventory/o:volume"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">Өтінім құрамына кіретін құжаттар тізбесі</xsl:with-param>
      <xsl:with-param name="author" select="$application/o:applicant_name"/>
      <xsl:with-param name="subject" select="$application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">Құжаттар тізбесі, 11-тармақ</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <fo:block xsl:use-attribute-sets="s:type">ҚҰЖАТТАР ТІЗБЕСІ</fo:block>
        <fo:block xsl:use-attribute-sets="s:subject">Аумақтық кластерлерді конкурстық іріктеуге қатысуға арналған өтінім құрамына кіретін құжаттар</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>Аумақтық кластер: </xsl:text>
          <xsl:call-template name="s:blank">
            <xsl:with-param name="value" select="$application/o:cluster_name"/>
            <xsl:with-param name="underscores" select="'________________________'"/>
          </xsl:call-template>
        </fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>Конкурсқа қатысушы: </xsl:text>
          <xsl:call-template name="s:blank">
            <xsl:with-param name="value" select="$application/o:applicant_name"/>
            <xsl:with-param name="underscores" select="'________________________'"/>
          </xsl:call-template>
        </fo:block>
        <xsl:call-template name="table"><xsl:with-param name="volumes" select="$volumes"/></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
          <xsl:text>Барлығы: папка (том) саны&#160;– </xsl:text>
          <xsl:choose>
            <xsl:when test="$volumes"><xsl:call-template name="p:count"><xsl:with-param name="n" select="count($volumes)"/></xsl:call-template></xsl:when>
            <xsl:otherwise>________</xsl:otherwise>
          </xsl:choose>
          <xsl:text>, парақ саны&#160;– </xsl:text>
          <xsl:choose>
            <xsl:when test="$volumes/@sheets"><xsl:call-template name="p:count"><xsl:with-param name="n" select="sum($volumes/@sheets)"/></xsl:call-template></xsl:when>
            <xsl:otherwise>________</xsl:otherwise>
          </xsl:choose>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:call-template name="s:signatures">
          <xsl:with-param name="rows">
            <xsl:call-template name="s:signatory">
              <xsl:with-param name="position">
                <xsl:call-template name="s:blank"><xsl:with-param name="value" select="$application/o:signatory/o:position"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template>
              </xsl:with-param>
              <xsl:with-param name="name">
                <xsl:call-template name="s:blank"><xsl:with-param name="value" select="$application/o:signatory/o:name"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template>
              </xsl:with-param>
              <xsl:with-param name="field">applicant</xsl:with-param>
              <xsl:with-param name="tooltip">Өтініш берушінің қолы</xsl:with-param>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="table">
    <xsl:param name="volumes"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="12mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="28mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Құжаттың атауы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Орналасқан парақтары</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Парақ саны</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$volumes">
          <fo:table-row xsl:use-attribute-sets="s:row" keep-with-next.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="4" ir:role="TH" ir:scope="row">
              <fo:block font-weight="bold">
                <xsl:choose>
                  <xsl:when test="@number"><xsl:value-of select="concat(@number, '-папка (том)')"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="concat(position(), '-папка (том)')"/></xsl:otherwise>
                </xsl:choose>
                <xsl:if test="@sheets">
                  <xsl:value-of select="concat(', парақ саны&#160;– ', @sheets)"/>
                </xsl:if>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
          <xsl:for-each select="o:item">
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:call-template name="s:td">
                <xsl:with-param name="text" select="position()"/>
                <xsl:with-param name="align" select="'center'"/>
              </xsl:call-template>
              <xsl:call-template name="s:td"><xsl:with-param name="text" select="."/></xsl:call-template>
              <xsl:call-template name="s:td">
                <xsl:with-param name="text">
                  <xsl:value-of select="@from"/>
                  <xsl:if test="@to and @to != @from"><xsl:value-of select="concat('–', @to)"/></xsl:if>
                </xsl:with-param>
                <xsl:with-param name="align" select="'center'"/>
              </xsl:call-template>
              <xsl:call-template name="s:td">
                <xsl:with-param name="text"><xsl:if test="@from and @to"><xsl:value-of select="@to - @from + 1"/></xsl:if></xsl:with-param>
                <xsl:with-param name="align" select="'center'"/>
              </xsl:call-template>
            </fo:table-row>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:if test="not($volumes)">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td"><xsl:with-param name="text">1</xsl:with-param><xsl:with-param name="align" select="'center'"/></xsl:call-template>
            <xsl:call-template name="s:td"/>
            <xsl:call-template name="s:td"/>
            <xsl:call-template name="s:td"/>
          </fo:table-row>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>

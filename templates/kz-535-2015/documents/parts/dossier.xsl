<?xml version="1.0" encoding="UTF-8"?>
<!-- What documents say of one dossier: its particulars, its files, who signs for the organiser. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p d c o">

  <!-- Table of what the dossier is and how it came in. -->
  <xsl:template name="p:dossier-particulars">
    <xsl:param name="dossier"/>
    <xsl:variable name="application" select="$dossier/o:application"/>
    <xsl:variable name="intake" select="$dossier/o:intake"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="58mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Конкурс</xsl:with-param>
          <xsl:with-param name="value" select="normalize-space($p:competition/c:title)"/>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Аумақтық кластердің атауы</xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="p:stated"><xsl:with-param name="value" select="$application/o:cluster_name"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Конкурсқа қатысушы</xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="p:stated"><xsl:with-param name="value" select="$application/o:applicant_name"/></xsl:call-template>
            <xsl:variable name="participant"><xsl:call-template name="p:participant-kind"><xsl:with-param name="kind" select="$application/o:applicant/@kind"/></xsl:call-template></xsl:variable>
            <xsl:if test="string($participant)"><xsl:value-of select="concat(' (', $participant, ')')"/></xsl:if>
            <xsl:if test="normalize-space($application/o:applicant/@bin)">
              <xsl:value-of select="concat(', БСН&#160;', normalize-space($application/o:applicant/@bin))"/>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Өтінімге қол қойған адам</xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="s:join">
              <xsl:with-param name="a" select="$application/o:signatory/o:name"/>
              <xsl:with-param name="b" select="$application/o:signatory/o:position"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Тіркеу нөмірі</xsl:with-param>
          <xsl:with-param name="value" select="normalize-space($intake/o:number)"/>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Келіп түскен күні мен уақыты</xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="p:moment"><xsl:with-param name="moment" select="$intake/o:received"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Өтінімдерді қабылдау мерзімі</xsl:with-param>
          <xsl:with-param name="value"><xsl:call-template name="p:acceptance"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Ұсынылған даналары</xsl:with-param>
          <xsl:with-param name="value">
            <xsl:call-template name="p:carriers"><xsl:with-param name="carriers" select="$intake/o:carriers"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="p:stated">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="normalize-space($value)"><xsl:value-of select="normalize-space($value)"/></xsl:when>
      <xsl:otherwise>көрсетілмеген</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "басталуы – 2015 жылғы 3 тамыз, аяқталуы – 2015 жылғы 5 қазан, сағат 18:00" -->
  <xsl:template name="p:acceptance">
    <xsl:if test="$p:competition/c:acceptance">
      <xsl:value-of select="concat('басталуы&#160;– ', f:date($p:competition/c:acceptance/@from), ', аяқталуы&#160;– ')"/>
      <xsl:call-template name="p:moment"><xsl:with-param name="moment" select="$p:competition/c:acceptance/@until"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "түпнұсқасы – 1 дана, көшірмесі – 1 дана, электрондық тасығыш – бар" -->
  <xsl:template name="p:carriers">
    <xsl:param name="carriers"/>
    <xsl:if test="$carriers">
      <xsl:value-of select="concat('түпнұсқасы&#160;– ', number(concat('0', $carriers/@originals)), '&#160;дана, көшірмесі&#160;– ',
        number(concat('0', $carriers/@copies)), '&#160;дана, электрондық тасығыш&#160;– ')"/>
      <xsl:choose>
        <xsl:when test="$carriers/@electronic = 'true' or $carriers/@electronic = '1'">бар</xsl:when>
        <xsl:otherwise>жоқ</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- What was handed in, file by file, with digests. -->
  <xsl:template name="p:dossier-files">
    <xsl:param name="dossier"/>
    <xsl:variable name="files" select="$dossier/o:documents/o:document"/>
    <xsl:choose>
      <xsl:when test="$files">
        <fo:table xsl:use-attribute-sets="s:table">
          <fo:table-column column-width="9mm"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-column column-width="44mm"/>
          <fo:table-column column-width="24mm"/>
          <fo:table-column column-width="44mm"/>
          <fo:table-header>
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Құжат</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Файл</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Көлемі, байт</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">SHA-256 мәні</xsl:with-param></xsl:call-template>
            </fo:table-row>
          </fo:table-header>
          <fo:table-body>
            <xsl:for-each select="$files">
              <fo:table-row xsl:use-attribute-sets="s:row">
                <xsl:call-template name="s:td">
                  <xsl:with-param name="text" select="position()"/>
                  <xsl:with-param name="align" select="'center'"/>
                </xsl:call-template>
                <xsl:call-template name="s:td">
                  <xsl:with-param name="text">
                    <xsl:choose>
                      <xsl:when test=".//o:ignored/@reason = 'system-file'">Жүйелік файл (құжат болып саналмайды)</xsl:when>
                      <xsl:otherwise>
                        <xsl:call-template name="p:document-kind">
                          <xsl:with-param name="kind"><xsl:value-of select="@kind"/><xsl:if test="not(normalize-space(@kind)) and @format = 'xml'">xml</xsl:if></xsl:with-param>
                        </xsl:call-template>
                      </xsl:otherwise>
                    </xsl:choose>
                    <xsl:if test="o:error"> (файлды оқу мүмкін болмады)</xsl:if>
                  </xsl:with-param>
                </xsl:call-template>
                <xsl:call-template name="s:td"><xsl:with-param name="text" select="@file"/></xsl:call-template>
                <fo:table-cell xsl:use-attribute-sets="s:cell">
                  <fo:block text-align="end"><xsl:if test="@bytes"><xsl:value-of select="f:grouped(@bytes)"/></xsl:if></fo:block>
                </fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="s:cell">
                  <fo:block font-size="{$small-font-size}pt">
                    <xsl:call-template name="s:breakable"><xsl:with-param name="token" select="@sha256"/></xsl:call-template>
                  </fo:block>
                </fo:table-cell>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="s:paragraph">Файлдар тізбесі берілмеген.</fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The organiser's signatory signs. in-russian, caption: as s:signatory has them. -->
  <xsl:template name="p:signature-of-organiser">
    <xsl:param name="in-russian"/>
    <xsl:param name="caption" select="'қолы'"/>
    <xsl:call-template name="s:signatures">
      <xsl:with-param name="rows">
        <xsl:call-template name="s:signatory">
          <xsl:with-param name="position" select="$p:organiser/c:signatory/c:position"/>
          <xsl:with-param name="position-in-russian" select="$in-russian"/>
          <xsl:with-param name="caption" select="$caption"/>
          <xsl:with-param name="name" select="$p:organiser/c:signatory/c:name"/>
          <xsl:with-param name="field">organiser</xsl:with-param>
          <xsl:with-param name="tooltip" select="concat('Конкурсты ұйымдастырушының қолы: ', $p:organiser/c:signatory/c:name)"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>

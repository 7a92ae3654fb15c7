<?xml version="1.0" encoding="UTF-8"?>
<!-- Notice of the competition's results on the organiser's web site (clause 40).
     Input: a document of kind results with the competition, an assessment for each application with its decision, and as
     basis the Commission's protocol. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1"
                exclude-result-prefixes="s f p ru d c">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/assessments.xsl"/>
  <xsl:import href="parts/dossier.xsl"/>
  <xsl:import href="parts/russian.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">basis</xsl:with-param>
      <xsl:with-param name="nodes" select="d:basis[@kind = 'commission-protocol']"/>
    </xsl:call-template>
    <xsl:variable name="protocol" select="d:basis[@kind = 'commission-protocol'][1]"/>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">Конкурстың нәтижелері туралы хабарлама</xsl:with-param>
      <xsl:with-param name="author" select="$p:organiser/c:name"/>
      <xsl:with-param name="subject" select="$p:competition/c:title"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">Хабарлама, 40-тармақ</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead"/>
        <fo:block xsl:use-attribute-sets="s:type">ХАБАРЛАМА</fo:block>
        <xsl:call-template name="p:date-and-number"/>
        <fo:block xsl:use-attribute-sets="s:subject">Аумақтық кластерлерді конкурстық іріктеудің нәтижелері туралы</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>Конкурсты ұйымдастырушы </xsl:text>
          <xsl:copy-of select="$p:rules-of-the-act"/>
          <xsl:text> 40-тармағына сәйкес конкурстың (</xsl:text>
          <xsl:value-of select="normalize-space($p:competition/c:title)"/>
          <xsl:text>) нәтижелері туралы хабарлайды. Негізі: </xsl:text>
          <xsl:value-of select="normalize-space($protocol)"/>
          <xsl:call-template name="p:cited-in-brackets"><xsl:with-param name="paper" select="$protocol"/></xsl:call-template>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:choose>
          <xsl:when test="$p:let-in">
            <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
              <xsl:choose>
                <xsl:when test="$p:competition/@stage = '2'">Конкурстың екінші кезеңінің жеңімпаздары:</xsl:when>
                <xsl:otherwise>Конкурстың екінші кезеңіне жіберілген қатысушылар:</xsl:otherwise>
              </xsl:choose>
            </fo:block>
            <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="$p:let-in"/><xsl:with-param name="cited" select="false()"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <fo:block xsl:use-attribute-sets="s:paragraph">
              <xsl:choose>
                <xsl:when test="$p:competition/@stage = '2'">Комиссия конкурстың жеңімпаздарын айқындаған жоқ.</xsl:when>
                <xsl:otherwise>Конкурстың екінші кезеңіне жіберілген қатысушылар жоқ.</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </xsl:otherwise>
        </xsl:choose>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
          <xsl:text>Хабарлама конкурсты ұйымдастырушының ресми интернет-ресурсында орналастырылады</xsl:text>
          <xsl:if test="normalize-space($p:organiser/c:site)"><xsl:value-of select="concat(' (', normalize-space($p:organiser/c:site), ')')"/></xsl:if>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:call-template name="p:parallel"/>
        <xsl:call-template name="p:signature-of-organiser">
          <xsl:with-param name="in-russian"><xsl:call-template name="ru:position"/></xsl:with-param>
          <xsl:with-param name="caption"><xsl:call-template name="ru:caption"/></xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:variable name="protocol" select="d:basis[@kind = 'commission-protocol'][1]"/>
    <xsl:call-template name="ru:type"><xsl:with-param name="text">ИНФОРМАЦИОННОЕ СООБЩЕНИЕ</xsl:with-param></xsl:call-template>
    <xsl:call-template name="ru:subject"><xsl:with-param name="text">О результатах конкурсного отбора территориальных кластеров</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>Организатор конкурса в соответствии с пунктом&#160;40 </xsl:text>
      <xsl:copy-of select="$ru:rules-of-the-act"/>
      <xsl:text>, сообщает о результатах конкурса (</xsl:text>
      <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$p:competition/c:title"/></xsl:call-template>
      <xsl:text>). Основание: </xsl:text>
      <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$protocol"/></xsl:call-template>
      <xsl:call-template name="ru:cited"><xsl:with-param name="paper" select="$protocol"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </fo:block>
    <xsl:choose>
      <xsl:when test="$p:let-in">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
          <xsl:choose>
            <xsl:when test="$p:competition/@stage = '2'">Победители второго этапа конкурса:</xsl:when>
            <xsl:otherwise>Участники, допущенные ко второму этапу конкурса:</xsl:otherwise>
          </xsl:choose>
        </fo:block>
        <xsl:call-template name="ru:short-list"/>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:choose>
            <xsl:when test="$p:competition/@stage = '2'">Комиссия победителей конкурса не определила.</xsl:when>
            <xsl:otherwise>Участников, допущенных ко второму этапу конкурса, нет.</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
      <xsl:text>Сообщение размещается на официальном сайте организатора конкурса</xsl:text>
      <xsl:if test="normalize-space($p:organiser/c:site)"><xsl:value-of select="concat(' (', normalize-space($p:organiser/c:site), ')')"/></xsl:if>
      <xsl:text>.</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- As p:short-list has it in Kazakh. -->
  <xsl:template name="ru:short-list">
    <xsl:variable name="supported" select="boolean($p:let-in/d:support)"/>
    <xsl:variable name="scored" select="boolean($p:let-in/@points)"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:if test="$supported"><fo:table-column column-width="proportional-column-width(1)"/></xsl:if>
      <xsl:if test="$scored"><fo:table-column column-width="24mm"/></xsl:if>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Регистрационный номер, участник конкурса, территориальный кластер</xsl:with-param></xsl:call-template>
          <xsl:if test="$supported"><xsl:call-template name="s:th"><xsl:with-param name="text">Рекомендованные меры государственной поддержки</xsl:with-param></xsl:call-template></xsl:if>
          <xsl:if test="$scored"><xsl:call-template name="s:th"><xsl:with-param name="text">Набранные баллы</xsl:with-param></xsl:call-template></xsl:if>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$p:let-in">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
            <fo:table-cell xsl:use-attribute-sets="s:cell">
              <fo:block><xsl:value-of select="normalize-space(@number)"/></fo:block>
              <fo:block><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:applicant"/></xsl:call-template></fo:block>
              <fo:block space-before="2pt" font-style="italic"><xsl:call-template name="ru:cluster-name"><xsl:with-param name="of" select="d:cluster"/></xsl:call-template></fo:block>
            </fo:table-cell>
            <xsl:if test="$supported">
              <fo:table-cell xsl:use-attribute-sets="s:cell">
                <xsl:for-each select="d:support">
                  <fo:block>
                    <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(position(), ')&#160;')"/></xsl:if>
                    <xsl:call-template name="ru:value"><xsl:with-param name="of" select="."/></xsl:call-template>
                    <xsl:if test="position() != last()">;</xsl:if>
                  </fo:block>
                </xsl:for-each>
                <xsl:if test="not(d:support)"><fo:block>–</fo:block></xsl:if>
              </fo:table-cell>
            </xsl:if>
            <xsl:if test="$scored">
              <xsl:call-template name="s:td">
                <xsl:with-param name="text"><xsl:call-template name="p:points"><xsl:with-param name="points" select="@points"/></xsl:call-template></xsl:with-param>
                <xsl:with-param name="align" select="'center'"/>
              </xsl:call-template>
            </xsl:if>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>

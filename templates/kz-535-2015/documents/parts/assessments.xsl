<?xml version="1.0" encoding="UTF-8"?>
<!-- Applications with their conclusions and points, and what was decided of them. Points are printed as they are given;
     who passes is said by the data, and refused where it contradicts the points and the Commission's minimum (clause 24). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" exclude-result-prefixes="s f p d c">

  <!-- "72,5" -->
  <xsl:template name="p:points">
    <xsl:param name="points"/>
    <xsl:choose>
      <xsl:when test="string($points)"><xsl:value-of select="translate($points, '.', ',')"/></xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "№ 12-3/45, 2015 жылғы 20 қазан: сәйкес" of a conclusion. -->
  <xsl:template name="p:cited">
    <xsl:param name="paper"/>
    <xsl:choose>
      <xsl:when test="$paper">
        <xsl:if test="normalize-space($paper/@number)"><xsl:value-of select="concat('№&#160;', normalize-space($paper/@number))"/></xsl:if>
        <xsl:if test="normalize-space($paper/@number) and $paper/@date">, </xsl:if>
        <xsl:if test="$paper/@date"><xsl:value-of select="f:date($paper/@date)"/></xsl:if>
        <xsl:choose>
          <xsl:when test="$paper/@conforms = 'true' or $paper/@conforms = '1'">: сәйкес</xsl:when>
          <xsl:when test="$paper/@conforms">: сәйкес емес</xsl:when>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise>келіп түспеген</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- " (№ 2, 2015 жылғы 1 желтоқсан)" of a paper that has a number or a date. -->
  <xsl:template name="p:cited-in-brackets">
    <xsl:param name="paper"/>
    <xsl:if test="$paper/@number or $paper/@date">
      <xsl:text> (</xsl:text>
      <xsl:call-template name="p:cited"><xsl:with-param name="paper" select="$paper"/></xsl:call-template>
      <xsl:text>)</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Papers that lay before the sitting. -->
  <xsl:template name="p:bases">
    <xsl:if test="/d:document/d:basis">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">Отырысқа ұсынылған құжаттар:</fo:block>
      <xsl:for-each select="/d:document/d:basis">
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:value-of select="concat(position(), ')&#160;', normalize-space())"/>
          <xsl:call-template name="p:cited-in-brackets"><xsl:with-param name="paper" select="."/></xsl:call-template>
          <xsl:choose>
            <xsl:when test="position() = last()">.</xsl:when>
            <xsl:otherwise>;</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="p:assessments">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="32mm"/>
      <fo:table-column column-width="22mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Тіркеу нөмірі, конкурсқа қатысушы, аумақтық кластер</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Уәкілетті органның қорытындысы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Өңірлік даму саласындағы мемлекеттік органның қорытындысы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Сарапшылық қорытынды</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Жиналған баллдар</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="/d:document/d:assessment">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td">
              <xsl:with-param name="text" select="position()"/>
              <xsl:with-param name="align" select="'center'"/>
            </xsl:call-template>
            <xsl:call-template name="p:whose"/>
            <xsl:call-template name="s:td">
              <xsl:with-param name="text"><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="d:paper[@kind = 'branch-conclusion']"/></xsl:call-template></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="s:td">
              <xsl:with-param name="text"><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="d:paper[@kind = 'regional-conclusion']"/></xsl:call-template></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="s:td">
              <xsl:with-param name="text"><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="d:paper[@kind = 'expert-conclusion']"/></xsl:call-template></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="s:td">
              <xsl:with-param name="text"><xsl:call-template name="p:points"><xsl:with-param name="points" select="@points"/></xsl:call-template></xsl:with-param>
              <xsl:with-param name="align" select="'center'"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- The same in the second stage: the regional-development body's conclusion and the expert council's analysis, no points. -->
  <xsl:template name="p:second-stage-assessments">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="36mm"/>
      <fo:table-column column-width="36mm"/>
      <fo:table-column column-width="36mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Тіркеу нөмірі, конкурсқа қатысушы, аумақтық кластер</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Уәкілетті органның стратегия және жол картасы бойынша қорытындысы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Өңірлік даму саласындағы мемлекеттік органның қорытындысы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Сарапшылық кеңестің қорытындысы</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="/d:document/d:assessment">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
            <xsl:call-template name="p:whose"/>
            <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="d:paper[@kind = 'authorised-conclusion']"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="d:paper[@kind = 'regional-conclusion']"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:cited"><xsl:with-param name="paper" select="d:paper[@kind = 'expert-conclusion']"/></xsl:call-template></xsl:with-param></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A cell: registration number, applicant, cluster. -->
  <xsl:template name="p:whose">
    <xsl:param name="cited" select="false()"/>
    <fo:table-cell xsl:use-attribute-sets="s:cell">
      <fo:block><xsl:value-of select="normalize-space(@number)"/></fo:block>
      <fo:block><xsl:value-of select="normalize-space(d:applicant)"/></fo:block>
      <fo:block space-before="2pt" font-style="italic"><xsl:value-of select="normalize-space(d:cluster)"/></fo:block>
      <xsl:if test="$cited"><xsl:call-template name="p:grounds-of-the-decision"/></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <!-- "Негізі: сарапшылық қорытынды № СК-2, 2015 жылғы 21 қараша" of an application, where its papers are given. -->
  <xsl:template name="p:grounds-of-the-decision">
    <xsl:variable name="papers" select="d:paper[contains(@kind, '-conclusion')]"/>
    <xsl:if test="$papers">
      <fo:block space-before="2pt" font-size="{$small-font-size}pt">
        <xsl:text>Негізі: </xsl:text>
        <xsl:for-each select="$papers">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:choose>
            <xsl:when test="@kind = 'branch-conclusion'">уәкілетті органның қорытындысы </xsl:when>
            <xsl:when test="@kind = 'regional-conclusion'">өңірлік даму саласындағы мемлекеттік органның қорытындысы </xsl:when>
            <xsl:when test="@kind = 'expert-conclusion'">сарапшылық кеңестің қорытындысы </xsl:when>
            <xsl:when test="@kind = 'authorised-conclusion'">уәкілетті органның стратегия және жол картасы бойынша қорытындысы </xsl:when>
          </xsl:choose>
          <xsl:call-template name="p:cited"><xsl:with-param name="paper" select="."/></xsl:call-template>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Short list: №, who, points; with measures of support where there are any. cited: whether it says on what papers the decision
       rests. -->
  <xsl:template name="p:short-list">
    <xsl:param name="assessments"/>
    <xsl:param name="cited" select="true()"/>
    <xsl:variable name="supported" select="boolean($assessments/d:support)"/>
    <xsl:variable name="scored" select="boolean($assessments/@points)"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:if test="$supported"><fo:table-column column-width="proportional-column-width(1)"/></xsl:if>
      <xsl:if test="$scored"><fo:table-column column-width="24mm"/></xsl:if>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Тіркеу нөмірі, конкурсқа қатысушы, аумақтық кластер</xsl:with-param></xsl:call-template>
          <xsl:if test="$supported">
            <xsl:call-template name="s:th"><xsl:with-param name="text">Ұсынылған мемлекеттік қолдау шаралары</xsl:with-param></xsl:call-template>
          </xsl:if>
          <xsl:if test="$scored"><xsl:call-template name="s:th"><xsl:with-param name="text">Жиналған баллдар</xsl:with-param></xsl:call-template></xsl:if>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$assessments">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td">
              <xsl:with-param name="text" select="position()"/>
              <xsl:with-param name="align" select="'center'"/>
            </xsl:call-template>
            <xsl:call-template name="p:whose"><xsl:with-param name="cited" select="$cited"/></xsl:call-template>
            <xsl:if test="$supported">
              <fo:table-cell xsl:use-attribute-sets="s:cell">
                <xsl:for-each select="d:support">
                  <fo:block>
                    <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(position(), ')&#160;')"/></xsl:if>
                    <xsl:value-of select="normalize-space()"/>
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

  <!-- Whether points equal to the minimum are enough: as the competition reads clause 24, else as the act's setting says. -->
  <xsl:variable name="p:tie">
    <xsl:variable name="own" select="/d:document/c:competition/c:settings/c:setting[@name = 'clause-24.tie']/@value"/>
    <xsl:choose>
      <xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="f:setting('clause-24.tie')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="p:let-in" select="/d:document/d:assessment[@passed = 'true' or @passed = '1']"/>
  <xsl:variable name="p:not-let-in" select="/d:document/d:assessment[not(@passed = 'true' or @passed = '1')]"/>

  <!-- The Commission's decisions on the first stage: the least points (24), who goes on, until when (26). -->
  <xsl:template name="p:first-stage-decisions">
    <xsl:variable name="document" select="/d:document"/>
    <xsl:variable name="number-out" select="2 + number(boolean($p:not-let-in))"/>
    <xsl:variable name="least" select="number($document/d:threshold/@points)"/>
    <xsl:variable name="at-the-border" select="$document/d:assessment[@points = $least]"/>
    <xsl:for-each select="($p:let-in[@points &lt; $least or ($p:tie = 'fails' and @points = $least)] | $p:not-let-in[@points &gt; $least or ($p:tie = 'passes' and @points = $least)])[1]">
      <xsl:message terminate="yes"><xsl:value-of select="concat('the application ', @number, ' has ', @points, ' points and is said ', substring('not ', 1, 4 * not(@passed = 'true' or @passed = '1')), 'to be let into the second stage, but the least that are let in are ', $document/d:threshold/@points, ' (setting clause-24.tie: ', $p:tie, ')')"/></xsl:message>
    </xsl:for-each>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>1. Қағидалардың 24-тармағына сәйкес конкурсқа қатысушы конкурстың екінші кезеңіне жіберілетін балдардың ең аз мәні </xsl:text>
      <xsl:call-template name="p:points"><xsl:with-param name="points" select="$document/d:threshold/@points"/></xsl:call-template>
      <xsl:text>&#160;балл болып айқындалсын.</xsl:text>
      <xsl:choose>
        <xsl:when test="$at-the-border and $p:tie = 'passes'"> Осы мәнге тең балл жинаған қатысушы да екінші кезеңге жіберіледі.</xsl:when>
        <xsl:when test="$at-the-border"> Осы мәннен артық балл жинаған қатысушы ғана екінші кезеңге жіберіледі.</xsl:when>
      </xsl:choose>
    </fo:block>
    <xsl:choose>
      <xsl:when test="$p:let-in">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">2. Мына конкурсқа қатысушылар конкурстың екінші кезеңіне жіберілсін:</fo:block>
        <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="$p:let-in"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="s:paragraph">2. Балдардың ең аз мәнін жинаған конкурсқа қатысушылар жоқ деп танылсын.</fo:block>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$p:not-let-in">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">3. Балдардың ең аз мәнін жинамаған мына конкурсқа қатысушылар конкурстың екінші кезеңіне жіберілмесін:</fo:block>
      <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="$p:not-let-in"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$p:let-in">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always">
        <xsl:value-of select="concat($number-out + 1, '. Қағидалардың 26-тармағына сәйкес аумақтық кластерлерді дамыту стратегияларын және жол карталарын дайындауға мынадай мерзімдер белгіленсін: ')"/>
        <xsl:call-template name="p:term">
          <xsl:with-param name="for">strategy</xsl:with-param>
          <xsl:with-param name="what">стратегиялар</xsl:with-param>
        </xsl:call-template>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="p:term">
          <xsl:with-param name="for">road_map</xsl:with-param>
          <xsl:with-param name="what">жол карталары</xsl:with-param>
        </xsl:call-template>
        <xsl:text>.</xsl:text>
      </fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always" keep-with-next.within-page="always">
      <xsl:value-of select="concat($number-out + 1 + number(boolean($p:let-in)), '. Осы хаттама конкурсты ұйымдастырушыға жіберілсін.')"/>
    </fo:block>
  </xsl:template>

  <!-- The Commission's decisions on the second stage (38): the winners, the measures of support, who does not win. -->
  <xsl:template name="p:second-stage-decisions">
    <xsl:variable name="supported" select="boolean($p:let-in/d:support)"/>
    <xsl:choose>
      <xsl:when test="$p:let-in">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
          <xsl:text>1. Қағидалардың 38-тармағына сәйкес мына конкурсқа қатысушылар конкурстың екінші кезеңінің жеңімпаздары болып айқындалсын</xsl:text>
          <xsl:if test="$supported"> және оларға Аумақтық кластерді дамытудың жол картасына сәйкес кластерлік бастамаларды қоса қаржыландыру бойынша кестеде көрсетілген мемлекеттік қолдау шараларын беру ұсынылсын</xsl:if>
          <xsl:text>:</xsl:text>
        </fo:block>
        <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="$p:let-in"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="s:paragraph">1. Қағидалардың 38-тармағына сәйкес конкурстың екінші кезеңінің жеңімпаздары айқындалмады деп танылсын.</fo:block>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$p:not-let-in">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">2. Мына конкурсқа қатысушылар конкурстың екінші кезеңінің жеңімпаздары болып айқындалмасын:</fo:block>
      <xsl:call-template name="p:short-list"><xsl:with-param name="assessments" select="$p:not-let-in"/></xsl:call-template>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always" keep-with-next.within-page="always">
      <xsl:value-of select="concat(2 + number(boolean($p:not-let-in)), '. Осы хаттама Қағидалардың 39-тармағына сәйкес конкурсты ұйымдастырушыға жіберілсін.')"/>
    </fo:block>
  </xsl:template>

  <!-- "стратегиялар – 2016 жылғы 1 ақпанға дейін", or a blank for the day. -->
  <xsl:template name="p:term">
    <xsl:param name="for"/>
    <xsl:param name="what"/>
    <xsl:variable name="term" select="/d:document/d:term[@for = $for]/@until"/>
    <xsl:value-of select="concat($what, '&#160;– ')"/>
    <xsl:choose>
      <xsl:when test="$term"><xsl:value-of select="concat(f:date-case($term, 'DAT'), ' дейін (қоса алғанда)')"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="p:date-fields"><xsl:with-param name="name" select="concat('term-', $for)"/><xsl:with-param name="of" select="concat($what, ' мерзімінің')"/></xsl:call-template>
        <xsl:text> дейін (қоса алғанда)</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

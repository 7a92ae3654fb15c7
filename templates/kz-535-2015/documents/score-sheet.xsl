<?xml version="1.0" encoding="UTF-8"?>
<!-- Score sheet of one expert for one concept (clause 20), by the criteria in the act's own wording; blank where points are
     absent. Input: a document of kind score-sheet with one assessment (points: the total), the expert, the scores. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:k="urn:irikteu:criteria:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p k d c o">
  <xsl:import href="parts/letter.xsl"/>

  <!-- The criteria of the act, word for word; each without its punctuation mark. -->
  <k:criteria xmlns="">
    <group number="1" title="Қалыптасқан аумақтық кластердің даму деңгейі">
      <item id="1.1">өңір үшін басым салалардағы өзара байланысқан және бірін-бірі өзара толықтыратын компаниялар мен ұйымдар тобының (үлестес емес кемінде 10 заңды тұлға) болуы</item>
      <item id="1.2">технологиялық тізбекті ұзартуға бағытталған, пысықталған жобалардың болуы</item>
      <item id="1.3">аумақтық кластерді дамытуға бизнес инвестицияларының болуы</item>
    </group>
    <group number="2" title="Өңірде аумақтық кластерді одан әрі дамытуға арналған жағдайлардың болуы">
      <item id="2.1">қажетті шикізат және табиғи ресурстар</item>
      <item id="2.2">адами ресурстардың қолжетімділігі</item>
      <item id="2.3">технологиялық тізбекті және қажетті ілеспелі көрсетілетін қызметтерді құруға арналған өндірістік қуаттар (кәсіпорындар)</item>
      <item id="2.4">энергетика инфрақұрылымының дамуы</item>
      <item id="2.5">көлік инфрақұрылымының дамуы</item>
      <item id="2.6">индустриялық-инновациялық инфрақұрылымның дамуы</item>
      <item id="2.7">білім беру инфрақұрылымының дамуы</item>
      <item id="2.8">қаржы ресурстары</item>
    </group>
    <group number="3" title="Аумақтық кластерді дамытудың өзі орналасқан өңір және өзі жататын сала үшін">
      <item id="3.1">аумақтық кластер кәсіпорындарындағы жұмыспен қамтылғандардың саны, өнім өндірісінің көлемі және олардың экспорты көлемі тұрғысынан өзі орналасқан өңір үшін</item>
      <item id="3.2">тұтас алғанда, кластер кәсіпорындарындағы жұмыспен қамтылғандардың саны, өнім өндірісінің көлемі және олардың экспортының көлемі тұрғысынан өзі жататын сала үшін маңызы (алдыңғы 5 жылдағы серпіннің дамуы негізінде)</item>
    </group>
    <group number="4" title="Кластерді дамытудың перспективалылығы">
      <item id="4.1">нарықтық перспективалар</item>
      <item id="4.2">аумақтық кластерді дамытудың: негізгі қызмет түрі бойынша өндіріс көлемінің артуы; негізгі қызмет түрі бойынша және ілеспелі өндірістерде жұмыспен қамтылғандар санының өсуі түріндегі экономикалық тиімділігі</item>
    </group>
  </k:criteria>
  <xsl:variable name="criteria" select="document('')/*/k:criteria/group"/>

  <xsl:template match="/d:document">
    <xsl:variable name="application" select="d:assessment[1]"/>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">assessment</xsl:with-param>
      <xsl:with-param name="nodes" select="$application"/>
    </xsl:call-template>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:text>Сарапшының бағалау парағы</xsl:text>
        <xsl:if test="@number"><xsl:value-of select="concat(' №&#160;', @number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="d:expert/@name"/>
      <xsl:with-param name="subject" select="$application/d:cluster"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form"><xsl:call-template name="p:footer"><xsl:with-param name="form">Бағалау парағы, 20-тармақ</xsl:with-param></xsl:call-template></xsl:with-param>
      <xsl:with-param name="content">
        <fo:block xsl:use-attribute-sets="s:type">БАҒАЛАУ ПАРАҒЫ</fo:block>
        <xsl:call-template name="p:date-and-number"/>
        <fo:block xsl:use-attribute-sets="s:subject">Аумақтық кластерді дамыту жөніндегі тұжырымдаманы аумақтық кластерлерді конкурстық іріктеу өлшемшарттары бойынша бағалау</fo:block>
        <xsl:call-template name="whose"><xsl:with-param name="application" select="$application"/></xsl:call-template>
        <xsl:call-template name="scores"/>
        <fo:block xsl:use-attribute-sets="s:paragraph" font-weight="bold" keep-together.within-page="always">
          <xsl:text>Жиналған баллдардың жиыны: </xsl:text>
          <xsl:call-template name="s:blank">
            <xsl:with-param name="value"><xsl:if test="$application/@points"><xsl:call-template name="p:points"><xsl:with-param name="points" select="$application/@points"/></xsl:call-template></xsl:if></xsl:with-param>
            <xsl:with-param name="field">score-total</xsl:with-param>
            <xsl:with-param name="tooltip">жиналған баллдардың жиыны</xsl:with-param>
            <xsl:with-param name="width" select="24"/>
          </xsl:call-template>
        </fo:block>
        <xsl:call-template name="s:signatures">
          <xsl:with-param name="rows">
            <xsl:call-template name="s:signatory">
              <xsl:with-param name="position">Сарапшы</xsl:with-param>
              <xsl:with-param name="name"><xsl:call-template name="s:blank"><xsl:with-param name="value" select="d:expert/@name"/><xsl:with-param name="underscores">____________________</xsl:with-param></xsl:call-template></xsl:with-param>
              <xsl:with-param name="field">expert</xsl:with-param>
              <xsl:with-param name="tooltip">Сарапшының қолы</xsl:with-param>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="whose">
    <xsl:param name="application"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="58mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <xsl:call-template name="s:particular"><xsl:with-param name="label">Аумақтық кластердің атауы</xsl:with-param><xsl:with-param name="value" select="normalize-space($application/d:cluster)"/></xsl:call-template>
        <xsl:call-template name="s:particular"><xsl:with-param name="label">Конкурсқа қатысушы</xsl:with-param><xsl:with-param name="value" select="normalize-space($application/d:applicant)"/></xsl:call-template>
        <xsl:call-template name="s:particular"><xsl:with-param name="label">Тіркеу нөмірі</xsl:with-param><xsl:with-param name="value" select="normalize-space($application/@number)"/></xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Сарапшы</xsl:with-param>
          <xsl:with-param name="value"><xsl:call-template name="s:join"><xsl:with-param name="a" select="d:expert/@name"/><xsl:with-param name="b" select="d:expert/@position"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="s:particular">
          <xsl:with-param name="label">Индустриялық даму саласындағы практикалық жұмыс тәжірибесі</xsl:with-param>
          <xsl:with-param name="value"><xsl:if test="d:expert/@practice"><xsl:value-of select="concat(d:expert/@practice, '&#160;жыл')"/></xsl:if></xsl:with-param>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A blank where a point is not given, for it is then written by hand. -->
  <xsl:template name="scores">
    <xsl:variable name="given" select="/d:document/d:score"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="12mm"/>
      <fo:table-column column-width="proportional-column-width(5)"/>
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="20mm"/>
      <fo:table-column column-width="proportional-column-width(4)"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Өлшемшарт</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Ең көп балл</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Берілген балл</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Негіздеме</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$criteria">
          <fo:table-row xsl:use-attribute-sets="s:row" keep-with-next.within-page="always">
            <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="5" ir:role="TH" ir:scope="row">
              <fo:block font-weight="bold"><xsl:value-of select="concat(@number, '. ', @title)"/></fo:block>
            </fo:table-cell>
          </fo:table-row>
          <xsl:for-each select="item">
            <xsl:variable name="score" select="$given[@criterion = current()/@id]"/>
            <fo:table-row xsl:use-attribute-sets="s:row">
              <xsl:call-template name="s:td"><xsl:with-param name="text" select="concat(substring-after(@id, '.'), ')')"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
              <xsl:call-template name="s:td"><xsl:with-param name="text" select="."/></xsl:call-template>
              <xsl:call-template name="s:td"><xsl:with-param name="text" select="translate($score/@most, '.', ',')"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
              <xsl:choose>
                <xsl:when test="$s:fields and not($score/@points)">
                  <xsl:call-template name="s:field-cell"><xsl:with-param name="name" select="concat('score-', translate(@id, '.', '-'), '-points')"/><xsl:with-param name="tooltip" select="concat(@id, ' өлшемшарты бойынша балл')"/><xsl:with-param name="width" select="17"/></xsl:call-template>
                  <xsl:call-template name="s:field-cell"><xsl:with-param name="name" select="concat('score-', translate(@id, '.', '-'), '-grounds')"/><xsl:with-param name="tooltip" select="concat(@id, ' өлшемшарты бойынша негіздеме')"/><xsl:with-param name="width" select="($text-width - 52) * 4 div 9 - 3"/><xsl:with-param name="height" select="10"/></xsl:call-template>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="s:td"><xsl:with-param name="text" select="translate($score/@points, '.', ',')"/><xsl:with-param name="align" select="'center'"/></xsl:call-template>
                  <xsl:call-template name="s:td"><xsl:with-param name="text" select="$score"/></xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </fo:table-row>
          </xsl:for-each>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>

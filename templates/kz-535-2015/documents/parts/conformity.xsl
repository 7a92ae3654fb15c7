<?xml version="1.0" encoding="UTF-8"?>
<!-- Conclusion on a dossier's conformity: with clause 6 in the first stage (clause 15), with clause 7 in the second (31);
     the stage is the importing template's. Annex: how each clause is covered. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                xmlns:r="urn:irikteu:report:1" exclude-result-prefixes="s f p d c o r">
  <xsl:import href="phrases.xsl"/>
  <xsl:import href="findings.xsl"/>
  <xsl:import href="dossier.xsl"/>
  <xsl:import href="stage.xsl"/>

  <xsl:variable name="dossier" select="/d:document/o:dossier[1]"/>
  <xsl:variable name="report" select="/d:document/r:report[1]"/>
  <xsl:variable name="errors" select="$report/r:finding[@severity = 'error']"/>
  <xsl:variable name="warnings" select="$report/r:finding[@severity = 'warning']"/>
  <xsl:variable name="notes" select="$report/r:finding[@severity = 'info']"/>
  <xsl:variable name="unchecked" select="$report/r:finding[@severity = 'undetermined']"/>
  <xsl:variable name="by-hand" select="$report/r:finding[@severity = 'manual']"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">dossier</xsl:with-param>
      <xsl:with-param name="nodes" select="o:dossier"/>
    </xsl:call-template>
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">report</xsl:with-param>
      <xsl:with-param name="nodes" select="r:report"/>
    </xsl:call-template>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:text>Конкурстық өтінімнің талаптарға сәйкестігі туралы қорытынды</xsl:text>
        <xsl:if test="@number"><xsl:value-of select="concat(' №&#160;', @number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="$p:organiser/c:name"/>
      <xsl:with-param name="subject" select="$dossier/o:application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form"><xsl:value-of select="concat('Сәйкестік туралы қорытынды, ', $p:checking, '-тармақ')"/></xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead"/>
        <fo:block xsl:use-attribute-sets="s:type">ҚОРЫТЫНДЫ</fo:block>
        <xsl:call-template name="p:date-and-number"/>
        <fo:block xsl:use-attribute-sets="s:subject"><xsl:value-of select="concat('Конкурстық өтінімнің Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларының ', $p:requirements, '-тармағында белгіленген талаптарға сәйкестігі туралы')"/></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>Конкурсты ұйымдастырушы </xsl:text>
          <xsl:copy-of select="$p:rules-of-the-act"/>
          <xsl:value-of select="concat(' ', $p:checking, '-тармағына сәйкес төменде көрсетілген конкурстық өтінімді Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкестігі тұрғысынан тексерді.')"/>
        </fo:block>

        <fo:block xsl:use-attribute-sets="s:heading">1. Конкурстық өтінім</fo:block>
        <xsl:call-template name="p:dossier-particulars"><xsl:with-param name="dossier" select="$dossier"/></xsl:call-template>

        <fo:block xsl:use-attribute-sets="s:heading">2. Ұсынылған құжаттар</fo:block>
        <xsl:call-template name="p:dossier-files"><xsl:with-param name="dossier" select="$dossier"/></xsl:call-template>

        <fo:block xsl:use-attribute-sets="s:heading">3. Тексеру нәтижесі</fo:block>
        <xsl:call-template name="verdict"/>
        <xsl:if test="$errors">
          <fo:block xsl:use-attribute-sets="s:subheading">Анықталған сәйкессіздіктер</fo:block>
          <xsl:call-template name="p:findings-table"><xsl:with-param name="findings" select="$errors"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$unchecked">
          <fo:block xsl:use-attribute-sets="s:subheading">Тексеру мүмкін болмаған мәселелер</fo:block>
          <xsl:call-template name="p:findings-table"><xsl:with-param name="findings" select="$unchecked"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$warnings">
          <fo:block xsl:use-attribute-sets="s:subheading">Ескертулер (өтінімді қайтаруға негіз болмайды)</fo:block>
          <xsl:call-template name="p:findings-table"><xsl:with-param name="findings" select="$warnings"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$notes">
          <fo:block xsl:use-attribute-sets="s:subheading">Мәлімет үшін</fo:block>
          <xsl:call-template name="p:findings-table"><xsl:with-param name="findings" select="$notes"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$by-hand">
          <fo:block xsl:use-attribute-sets="s:heading">4. Адам бағалайтын мәселелер</fo:block>
          <xsl:call-template name="by-hand"/>
        </xsl:if>
        <xsl:call-template name="p:judged-otherwise"><xsl:with-param name="reports" select="$report"/></xsl:call-template>
        <xsl:call-template name="made-by"/>
        <xsl:call-template name="p:signature-of-organiser"/>
        <xsl:call-template name="coverage"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="verdict">
    <fo:block xsl:use-attribute-sets="s:paragraph" font-weight="bold">
      <!-- Where nothing follows it the verdict is what the signature stands below. -->
      <xsl:if test="not($errors | $unchecked | $warnings | $notes | $by-hand)"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="$dossier/o:intake/@late = 'true' or $dossier/o:intake/@late = '1'">Конкурстық өтінім өтінімдерді қабылдау мерзімі өткен соң ұсынылды. Қағидалардың 13-тармағына сәйкес ол қабылданбайды және қаралмайды.</xsl:when>
        <xsl:when test="$report/@verdict = 'conforming'"><xsl:value-of select="concat('Конкурстық өтінім Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкес келеді және одан әрі қаралуға жатады.')"/></xsl:when>
        <xsl:when test="$report/@verdict = 'non-conforming'">
          <xsl:value-of select="concat('Конкурстық өтінім Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкес келмейді (')"/>
          <xsl:call-template name="p:count"><xsl:with-param name="n" select="count($errors)"/></xsl:call-template>
          <xsl:value-of select="concat(' сәйкессіздік) және Қағидалардың ', $p:returning, '-тармағына сәйкес қайтарылуға жатады.')"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('Конкурстық өтінімнің Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкестігін анықтау мүмкін болмады. Кедергі келтірген себептер жойылғанға дейін ол талаптарға сәйкес деп те, сәйкес емес деп те танылмайды.')"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- What no rule can judge at this check, with room for the answer. -->
  <xsl:template name="by-hand">
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="9mm"/>
      <fo:table-column column-width="40mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-column column-width="50mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <xsl:call-template name="s:th"><xsl:with-param name="text">№</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Қағидалардың нормасы</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Мәселе</xsl:with-param></xsl:call-template>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Бағалау нәтижесі (қолмен толтырылады)</xsl:with-param></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$by-hand">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:td">
              <xsl:with-param name="text" select="position()"/>
              <xsl:with-param name="align" select="'center'"/>
            </xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:ground"/></xsl:with-param></xsl:call-template>
            <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:said"/></xsl:with-param></xsl:call-template>
            <xsl:call-template name="s:field-cell">
              <xsl:with-param name="name" select="concat('by-hand-', position())"/>
              <xsl:with-param name="tooltip" select="concat('Бағалау нәтижесі, ', position())"/>
              <xsl:with-param name="width" select="47"/>
              <xsl:with-param name="height" select="12"/>
            </xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Annex: what was checked by rules, what by a person. -->
  <xsl:template name="coverage">
    <xsl:variable name="clauses" select="$report/r:coverage/r:clause"/>
    <xsl:if test="$clauses">
      <fo:block xsl:use-attribute-sets="s:heading" break-before="page" text-align="center">Қосымша. Нормалардың тексерумен қамтылуы</fo:block>
      <fo:table xsl:use-attribute-sets="s:table" font-size="{$small-font-size}pt">
        <fo:table-column column-width="60mm"/>
        <fo:table-column column-width="64mm"/>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-header>
          <fo:table-row xsl:use-attribute-sets="s:row">
            <xsl:call-template name="s:th"><xsl:with-param name="text">Норма</xsl:with-param></xsl:call-template>
            <xsl:call-template name="s:th"><xsl:with-param name="text">Қалай қамтылады</xsl:with-param></xsl:call-template>
            <xsl:call-template name="s:th"><xsl:with-param name="text">Бағдарламамен тексеру нәтижесі</xsl:with-param></xsl:call-template>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:apply-templates select="$clauses[starts-with(@id, 'decree')]" mode="coverage"><xsl:sort select="substring-after(@id, ' ')" data-type="number"/></xsl:apply-templates>
          <xsl:apply-templates select="$clauses[starts-with(@id, 'criteria')]" mode="coverage"><xsl:sort select="substring-after(@id, ' ')" data-type="number"/></xsl:apply-templates>
          <xsl:apply-templates select="$clauses[translate(substring(@id, 1, 1), '0123456789', '') = '']" mode="coverage">
            <xsl:sort select="translate(@id, '().', '   ')" data-type="number"/>
            <xsl:sort select="substring-before(concat(translate(@id, '(', ' '), ' '), ' ')" data-type="number"/>
          </xsl:apply-templates>
          <xsl:apply-templates select="$clauses[starts-with(@id, 'appendix')]" mode="coverage"><xsl:sort select="substring-before(concat(substring-after(@id, ' '), ','), ',')" data-type="number"/></xsl:apply-templates>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- How many rules looked after the clause, and what they found; their names stand in the report's XML, which the file holds. -->
  <xsl:template match="r:clause" mode="coverage">
    <xsl:variable name="rules" select="normalize-space(@rules)"/>
    <xsl:variable name="here" select="$report/r:finding[contains(concat(' ', $rules, ' '), concat(' ', @rule, ' '))]"/>
    <!-- Of a paper that is not there or was not read nobody can say that it agrees; nor of anything, while something is not read. -->
    <xsl:variable name="appendix" select="translate(substring-before(concat(substring-after(@id, 'appendix '), ','), ','), ' ', '')"/>
    <xsl:variable name="absent" select="$appendix != '' and $report/r:finding[@appendix = $appendix and @item = 'doc' and (@kind = 'missing' or @kind = 'unreadable')]"/>
    <xsl:variable name="found">
      <xsl:choose>
        <xsl:when test="$here[@severity = 'error']"><xsl:value-of select="concat('сәйкессіздік – ', count($here[@severity = 'error']))"/></xsl:when>
        <xsl:when test="$here[@severity = 'undetermined']">толық тексерілмеді</xsl:when>
        <xsl:when test="$absent">тексерілмеді: құжат жоқ немесе оқылмады</xsl:when>
        <xsl:when test="$here[@severity = 'warning']"><xsl:value-of select="concat('ескерту – ', count($here[@severity = 'warning']))"/></xsl:when>
        <xsl:when test="$report/r:finding[@severity = 'undetermined']">толық тексерілмеді</xsl:when>
        <xsl:otherwise>сәйкессіздік жоқ</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
            <fo:table-row xsl:use-attribute-sets="s:row">
              <fo:table-cell xsl:use-attribute-sets="s:cell" ir:role="TH" ir:scope="row"><fo:block><xsl:call-template name="p:norm"><xsl:with-param name="norm" select="@id"/></xsl:call-template></fo:block></fo:table-cell>
              <xsl:call-template name="s:td"><xsl:with-param name="text"><xsl:call-template name="p:modes"><xsl:with-param name="modes" select="@mode"/></xsl:call-template></xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:td">
                <xsl:with-param name="text">
                  <xsl:choose>
                    <xsl:when test="$rules"><xsl:value-of select="concat(string-length($rules) - string-length(translate($rules, ' ', '')) + 1, '&#160;ереже; ', $found)"/></xsl:when>
                    <xsl:otherwise>–</xsl:otherwise>
                  </xsl:choose>
                </xsl:with-param>
              </xsl:call-template>
            </fo:table-row>
  </xsl:template>

  <!-- "6(3)", "appendix 2, 7", "criteria 1.1" as one reads them. -->
  <xsl:template name="p:norm">
    <xsl:param name="norm"/>
    <xsl:choose>
      <xsl:when test="starts-with($norm, 'criteria ')">
        <xsl:variable name="point" select="substring-after($norm, 'criteria ')"/>
        <xsl:value-of select="concat('Өлшемшарттардың ', substring-before($point, '.'), '-тармағының ', substring-after($point, '.'), ')&#160;тармақшасы')"/>
      </xsl:when>
      <xsl:when test="starts-with($norm, 'decree ')"><xsl:value-of select="concat('Қаулының ', substring-after($norm, 'decree '), '-тармағы')"/></xsl:when>
      <xsl:when test="starts-with($norm, 'appendix ')">
        <xsl:variable name="point" select="concat(substring-after($norm, 'appendix '), ',')"/>
        <xsl:call-template name="p:item">
          <xsl:with-param name="appendix" select="substring-before($point, ',')"/>
          <xsl:with-param name="item" select="translate(substring-after($point, ','), ' ,', '')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="p:clause"><xsl:with-param name="clause" select="$norm"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="p:modes">
    <xsl:param name="modes"/>
    <xsl:variable name="list">
      <xsl:if test="contains($modes, 'check')">бағдарлама тексереді, </xsl:if>
      <xsl:if test="contains($modes, 'term')">мерзімі есептеледі, </xsl:if>
      <xsl:if test="contains($modes, 'document')">құжат жасалады, </xsl:if>
      <xsl:if test="contains($modes, 'by-hand')">адам бағалайды, </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="string($list)"><xsl:value-of select="substring($list, 1, string-length($list) - 2)"/></xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- By what the check was made: whoever doubts it can repeat it. -->
  <xsl:template name="made-by">
    <fo:block xsl:use-attribute-sets="s:small">
      <xsl:if test="$report/r:coverage/r:clause"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <xsl:value-of select="concat('Тексеру ', $report/@engine, ' бағдарламасымен ', $p:act, ' бойынша жүргізілді')"/>
      <xsl:if test="string($p:edition)">
        <xsl:value-of select="concat('; актінің редакциясы: ', f:date($p:edition))"/>
      </xsl:if>
      <xsl:if test="$report/@rules">
        <xsl:text>; тексеру ережелері жинағының SHA-256 мәні: </xsl:text>
        <xsl:call-template name="s:breakable"><xsl:with-param name="token" select="$report/@rules"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="$report/@input">
        <xsl:text>; тексерілген деректердің SHA-256 мәні: </xsl:text>
        <xsl:call-template name="s:breakable"><xsl:with-param name="token" select="$report/@input"/></xsl:call-template>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </fo:block>
    <xsl:if test="$report/r:coverage/r:clause">
      <fo:block xsl:use-attribute-sets="s:paragraph" space-before="6pt">Қосымша: нормалардың тексерумен қамтылу кестесі.</fo:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

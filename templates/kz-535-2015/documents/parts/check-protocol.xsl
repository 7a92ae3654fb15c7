<?xml version="1.0" encoding="UTF-8"?>
<!-- Protocol of the organiser on the check of a stage's applications (clause 15, in the second stage 31); the stage is the
     importing template's. Input: the competition, and for each arrival in order of registration a report
     and a dossier of the same name that says by its intake whether it came late. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                xmlns:r="urn:irikteu:report:1" exclude-result-prefixes="s f p d c o r">
  <xsl:import href="phrases.xsl"/>
  <xsl:import href="findings.xsl"/>
  <xsl:import href="dossier.xsl"/>
  <xsl:import href="sitting.xsl"/>
  <xsl:import href="stage.xsl"/>

  <xsl:key name="dossier" match="/d:document/o:dossier" use="@name"/>
  <xsl:key name="twin" match="/d:document/d:twins/d:twin" use="@dossier"/>

  <xsl:variable name="nth">
    <xsl:choose>
      <xsl:when test="$p:stage = 2">екінші</xsl:when>
      <xsl:otherwise>бірінші</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="Nth">
    <xsl:choose>
      <xsl:when test="$p:stage = 2">Екінші</xsl:when>
      <xsl:otherwise>Бірінші</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="reports" select="/d:document/r:report"/>
  <xsl:variable name="late" select="$reports[key('dossier', @dossier)/o:intake[@late = 'true' or @late = '1'] or r:finding[@severity = 'error' and @clause = '13']]"/>
  <xsl:variable name="in-time" select="$reports[count(. | $late) &gt; count($late)]"/>
  <xsl:variable name="passed" select="$in-time[@verdict = 'conforming']"/>
  <xsl:variable name="returned" select="$in-time[@verdict = 'non-conforming']"/>
  <xsl:variable name="undetermined" select="$in-time[@verdict != 'conforming' and @verdict != 'non-conforming']"/>

  <!-- Clause 41 counts participants: applications that are one (d:twins) count once. -->
  <xsl:variable name="participants" select="count($passed[not(key('twin', @dossier))]) + count(/d:document/d:twins[d:twin/@dossier = $passed/@dossier])"/>

  <!-- Withdrawn before acceptance closed (clause 10): not examined, so without a report. Where the record finds fault with the withdrawal, the
       application was examined and is not among them. -->
  <xsl:variable name="withdrawn" select="$p:competition/c:register/c:entry[not(@dossier = $reports/@dossier)][@number = ../c:notice[@kind = 'withdrawal' and not(f:before($p:competition/c:acceptance/@until, @received))]/@of]"/>

  <!-- Numbers of the decisions that name applications. The first stands always. -->
  <xsl:variable name="number-returned" select="1 + number(boolean($returned))"/>
  <xsl:variable name="number-undetermined" select="$number-returned + number(boolean($undetermined))"/>
  <xsl:variable name="number-late" select="$number-undetermined + number(boolean($late))"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="p:protocol">
      <xsl:with-param name="title"><xsl:value-of select="concat($Nth, ' кезеңнің конкурстық өтінімдерін тексеру хаттамасы')"/></xsl:with-param>
      <xsl:with-param name="form"><xsl:value-of select="concat('Хаттама, ', $p:checking, '-тармақ')"/></xsl:with-param>
      <xsl:with-param name="subject"><xsl:value-of select="concat('Аумақтық кластерлерді конкурстық іріктеудің ', $nth, ' кезеңіне қатысуға арналған өтінімдерді тексеру нәтижелері туралы')"/></xsl:with-param>
      <xsl:with-param name="agenda"><xsl:value-of select="concat('Конкурсқа қатысуға арналған өтінімдерді Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларының ', $p:requirements, '-тармағында белгіленген талаптарға сәйкестігі тұрғысынан тексеру нәтижелері туралы.')"/></xsl:with-param>
      <xsl:with-param name="heard"><xsl:call-template name="heard"/></xsl:with-param>
      <xsl:with-param name="decided"><xsl:call-template name="decided"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="heard">
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:copy-of select="$p:rules-of-the-act"/>
      <xsl:value-of select="concat(' ', $p:checking, '-тармағына сәйкес жүргізілген тексеру нәтижелері туралы ақпарат. Әр өтінім бойынша тексеру нәтижесі осы хаттаманың кестелерінде тіркеу нөмірімен және тексеру есебінің белгісімен (тексерілген деректердің SHA-256 мәнінің бас бөлігі) көрсетілді.')"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:value-of select="concat('Конкурстың өткізілетіні туралы хабарландыру ', f:date-case($p:competition/c:announcement/@date, 'LOC'), ' жарияланды')"/>
      <xsl:if test="$p:competition/c:announcement/c:publication">
        <xsl:text> (</xsl:text>
        <xsl:for-each select="$p:competition/c:announcement/c:publication">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:value-of select="normalize-space()"/>
        </xsl:for-each>
        <xsl:text>)</xsl:text>
      </xsl:if>
      <xsl:text>. Өтінімдерді қабылдау мерзімі: </xsl:text>
      <xsl:call-template name="p:acceptance"/>
      <xsl:text>.</xsl:text>
    </fo:block>
    <fo:block keep-together.within-page="always">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:text>Барлығы </xsl:text>
        <xsl:call-template name="p:count"><xsl:with-param name="n" select="count($reports) + count($withdrawn)"/></xsl:call-template>
        <xsl:text> конкурстық өтінім келіп түсті, оның ішінде:</xsl:text>
      </fo:block>
      <xsl:call-template name="tally">
        <xsl:with-param name="what" select="concat('Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкес келетіні')"/>
        <xsl:with-param name="n" select="count($passed)"/>
      </xsl:call-template>
      <xsl:call-template name="tally">
        <xsl:with-param name="what">көрсетілген талаптарға сай келмейтіні</xsl:with-param>
        <xsl:with-param name="n" select="count($returned)"/>
      </xsl:call-template>
      <xsl:call-template name="tally">
        <xsl:with-param name="what">сәйкестігін анықтау мүмкін болмағаны</xsl:with-param>
        <xsl:with-param name="n" select="count($undetermined)"/>
      </xsl:call-template>
      <xsl:call-template name="tally">
        <xsl:with-param name="what">қабылдау мерзімі өткен соң ұсынылғаны</xsl:with-param>
        <xsl:with-param name="n" select="count($late)"/>
        <xsl:with-param name="end"><xsl:value-of select="substring('.;', 1 + boolean($withdrawn), 1)"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="$withdrawn">
        <xsl:call-template name="tally">
          <xsl:with-param name="what">қабылдау мерзімі аяқталғанға дейін кері қайтарып алынғаны</xsl:with-param>
          <xsl:with-param name="n" select="count($withdrawn)"/>
          <xsl:with-param name="end">.</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </fo:block>
    <xsl:if test="$withdrawn">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:text>Қатысушылар Қағидалардың 10-тармағына сәйкес кері қайтарып алған өтінімдер тексерілмеді: </xsl:text>
        <xsl:for-each select="$withdrawn">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="@number"/>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </fo:block>
    </xsl:if>
    <xsl:for-each select="/d:document/d:twins">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:text>Мына конкурстық өтінімдер бір өтінім болып көрінеді (файлдары немесе өтінім берушісі мен кластері бірдей), сондықтан Қағидалардың 41-тармағын қолданғанда олар бір рет саналады: </xsl:text>
        <xsl:for-each select="d:twin">
          <xsl:variable name="entry" select="$p:competition/c:register/c:entry[@dossier = current()/@dossier]"/>
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="normalize-space($entry/@number)"/>
          <xsl:if test="not($entry)"><xsl:value-of select="@dossier"/></xsl:if>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </fo:block>
    </xsl:for-each>
    <xsl:call-template name="p:judged-otherwise"><xsl:with-param name="reports" select="$reports"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="tally">
    <xsl:param name="what"/>
    <xsl:param name="n"/>
    <xsl:param name="end">;</xsl:param>
    <fo:block xsl:use-attribute-sets="s:paragraph" space-after="1pt">
      <xsl:value-of select="concat($what, '&#160;– ')"/>
      <xsl:call-template name="p:count"><xsl:with-param name="n" select="$n"/></xsl:call-template>
      <xsl:value-of select="$end"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="decided">
    <xsl:choose>
      <xsl:when test="$passed">
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">1. Мына конкурсқа қатысушылардың өтінімдері одан әрі қаралуға жатады деп танылсын:</fo:block>
        <!-- What was handed in twice goes on once. -->
        <xsl:call-template name="applications">
          <xsl:with-param name="reports" select="$passed[not(key('twin', @dossier)) or @dossier = (key('twin', @dossier)/../d:twin[@dossier = $passed/@dossier])[1]/@dossier]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="s:paragraph">1. Одан әрі қаралуға жататын конкурстық өтінімдер жоқ деп танылсын.</fo:block>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$returned">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
        <xsl:value-of select="concat($number-returned, '. Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сай келмейтін мына конкурстық өтінімдер Қағидалардың ', $p:returning, '-тармағына сәйкес қатысушыларды жазбаша хабардар ете отырып қайтарылсын:')"/>
      </fo:block>
      <xsl:call-template name="applications">
        <xsl:with-param name="reports" select="$returned"/>
        <xsl:with-param name="reasons">Қайтару негіздері</xsl:with-param>
        <xsl:with-param name="severity">error</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$undetermined">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
        <xsl:value-of select="concat($number-undetermined, '. Мына конкурстық өтінімдердің Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкестігін анықтау мүмкін болмағаны назарға алынсын, кедергі келтірген себептер жойылып, қосымша тексеру жүргізілсін:')"/>
      </fo:block>
      <xsl:call-template name="applications">
        <xsl:with-param name="reports" select="$undetermined"/>
        <xsl:with-param name="reasons">Анықтауға кедергі келтірген себептер</xsl:with-param>
        <xsl:with-param name="severity">undetermined</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$late">
      <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
        <xsl:value-of select="concat($number-late, '. Қабылдау мерзімі өткен соң ұсынылған мына конкурстық өтінімдер Қағидалардың 13-тармағына сәйкес қабылданбайды және қаралмайды деп танылсын, олардың келіп түскені назарға алынсын:')"/>
      </fo:block>
      <xsl:call-template name="applications"><xsl:with-param name="reports" select="$late"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="what-follows"/>
  </xsl:template>

  <!-- The last decisions: whom the applications go to (clause 17), or that the competition did not take place (41). -->
  <xsl:template name="what-follows">
    <xsl:variable name="next" select="$number-late + 1"/>
    <xsl:if test="$returned or $late">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:value-of select="concat($next, '. Осы хаттаманың ')"/>
        <xsl:if test="$returned"><xsl:value-of select="$number-returned"/></xsl:if>
        <xsl:if test="$returned and $late"> және </xsl:if>
        <xsl:if test="$late"><xsl:value-of select="$number-late"/></xsl:if>
        <xsl:choose>
          <xsl:when test="$returned and $late">-тармақтарында</xsl:when>
          <xsl:otherwise>-тармағында</xsl:otherwise>
        </xsl:choose>
        <xsl:text> көрсетілген конкурсқа қатысушыларға жазбаша хабарлама жіберілсін.</xsl:text>
      </fo:block>
    </xsl:if>
    <xsl:variable name="last" select="$next + number(boolean($returned or $late))"/>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-together.within-page="always" keep-with-next.within-page="always">
      <xsl:value-of select="concat($last, '. ')"/>
      <xsl:choose>
        <xsl:when test="$participants &gt;= 2 and $p:stage = 2">Осы хаттаманың 1-тармағында көрсетілген конкурстық өтінімдер одан әрі қаралсын, олардың ішінде конкурстың бірінші кезеңіне қатыспаған конкурсқа қатысушылардың стратегиялары мен жол карталары Қағидалардың 33-тармағына сәйкес қорытынды беру үшін өңірлік даму саласындағы мемлекеттік органға жіберілсін.</xsl:when>
        <xsl:when test="$participants &gt;= 2">Осы хаттаманың 1-тармағында көрсетілген конкурстық өтінімдер Қағидалардың 17-тармағына сәйкес қорытынды беру үшін уәкілетті органға және өңірлік даму саласындағы мемлекеттік органға жіберілсін.</xsl:when>
        <xsl:when test="$undetermined">
          <xsl:value-of select="concat('Қағидалардың 41-тармағын қолдану туралы мәселе осы хаттаманың ', $number-undetermined, '-тармағында көрсетілген конкурстық өтінімдер қосымша тексерілгеннен кейін қаралсын.')"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('Қағидалардың ', $p:requirements, '-тармағында көзделген талаптарға сәйкес конкурсқа қатысушы екеуден аз болғандықтан, Қағидалардың 41-тармағына сәйкес конкурс өтпеді деп танылсын.')"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- Table of applications; with the heading of their reasons, each followed by those of that severity: a row a reason, numbered
       after its application, so that a list which goes on on the next page still says whose it is. -->
  <xsl:template name="applications">
    <xsl:param name="reports"/>
    <xsl:param name="reasons"/>
    <xsl:param name="severity"/>
    <fo:table xsl:use-attribute-sets="s:table">
      <fo:table-column column-width="12mm"/>
      <fo:table-column column-width="{36 + 16 * boolean($reasons)}mm"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <xsl:if test="not($reasons)"><fo:table-column column-width="proportional-column-width(1)"/></xsl:if>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="s:row">
          <fo:table-cell xsl:use-attribute-sets="s:header-cell">
            <xsl:if test="$reasons"><xsl:attribute name="number-rows-spanned">2</xsl:attribute></xsl:if>
            <fo:block>№</fo:block>
          </fo:table-cell>
          <xsl:call-template name="s:th"><xsl:with-param name="text">Тіркеу нөмірі, келіп түскен уақыты</xsl:with-param></xsl:call-template>
          <xsl:choose>
            <xsl:when test="$reasons">
              <xsl:call-template name="s:th"><xsl:with-param name="text">Конкурсқа қатысушы, аумақтық кластер</xsl:with-param></xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Конкурсқа қатысушы</xsl:with-param></xsl:call-template>
              <xsl:call-template name="s:th"><xsl:with-param name="text">Аумақтық кластер</xsl:with-param></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </fo:table-row>
        <xsl:if test="$reasons">
          <fo:table-row xsl:use-attribute-sets="s:row">
            <fo:table-cell xsl:use-attribute-sets="s:header-cell" number-columns-spanned="2"><fo:block><xsl:value-of select="$reasons"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:if>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$reports">
          <xsl:call-template name="application"><xsl:with-param name="number" select="position()"/><xsl:with-param name="with-reasons" select="boolean($reasons)"/></xsl:call-template>
          <xsl:if test="$reasons">
            <xsl:call-template name="reasons"><xsl:with-param name="number" select="position()"/><xsl:with-param name="listed" select="r:finding[@severity = $severity]"/></xsl:call-template>
          </xsl:if>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Under which numbers the same application that goes on stands in the register beside this one. -->
  <xsl:template name="twins-of">
    <xsl:param name="dossier"/>
    <xsl:variable name="others" select="key('twin', $dossier)/../d:twin[@dossier != $dossier and @dossier = $passed/@dossier]"/>
    <xsl:if test="$others and $passed[@dossier = $dossier]">
      <fo:block font-size="{$small-font-size}pt">
        <xsl:for-each select="$others">
          <xsl:variable name="number" select="normalize-space($p:competition/c:register/c:entry[@dossier = current()/@dossier]/@number)"/>
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="$number"/>
          <xsl:if test="not($number)"><xsl:value-of select="@dossier"/></xsl:if>
        </xsl:for-each>
        <xsl:text> нөмірімен де тіркелген</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="application">
    <xsl:param name="number"/>
    <xsl:param name="with-reasons"/>
    <xsl:variable name="cluster-name" select="r:identity/r:cluster_name"/>
    <xsl:variable name="entry" select="$p:competition/c:register/c:entry[@dossier = current()/@dossier]"/>
    <xsl:variable name="applicant">
      <xsl:call-template name="p:known"><xsl:with-param name="value" select="r:identity/r:applicant_name"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="cluster">
      <xsl:call-template name="p:known"><xsl:with-param name="value" select="$cluster-name"/></xsl:call-template>
    </xsl:variable>
    <fo:table-row xsl:use-attribute-sets="s:row">
      <xsl:if test="$with-reasons"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
      <xsl:call-template name="s:td">
        <xsl:with-param name="text" select="$number"/>
        <xsl:with-param name="align" select="'center'"/>
      </xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="s:cell">
        <fo:block><xsl:value-of select="normalize-space($entry/@number)"/></fo:block>
        <fo:block>
          <xsl:call-template name="p:moment"><xsl:with-param name="moment" select="$entry/@received"/></xsl:call-template>
        </fo:block>
        <fo:block font-size="{$small-font-size}pt"><xsl:value-of select="concat('есеп ', substring(@input, 1, 12))"/></fo:block>
        <xsl:if test="not($with-reasons)"><xsl:call-template name="twins-of"><xsl:with-param name="dossier" select="@dossier"/></xsl:call-template></xsl:if>
        <xsl:if test="not(normalize-space(r:identity/r:applicant_name))">
          <fo:block font-size="{$small-font-size}pt"><xsl:value-of select="concat('файл: ', @dossier)"/></fo:block>
        </xsl:if>
      </fo:table-cell>
      <xsl:choose>
        <xsl:when test="$with-reasons">
          <fo:table-cell xsl:use-attribute-sets="s:cell">
            <fo:block><xsl:value-of select="$applicant"/></fo:block>
            <xsl:if test="normalize-space($cluster-name)">
              <fo:block space-before="2pt" font-style="italic"><xsl:value-of select="$cluster"/></fo:block>
            </xsl:if>
          </fo:table-cell>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="s:td"><xsl:with-param name="text" select="$applicant"/></xsl:call-template>
          <xsl:call-template name="s:td"><xsl:with-param name="text" select="$cluster"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="reasons">
    <xsl:param name="number"/>
    <xsl:param name="listed"/>
    <xsl:for-each select="$listed">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <xsl:call-template name="s:td">
          <xsl:with-param name="text" select="concat($number, '.', position())"/>
          <xsl:with-param name="align" select="'center'"/>
        </xsl:call-template>
        <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="2">
          <fo:block>
            <xsl:call-template name="p:short-reason"/>
            <xsl:value-of select="substring(';.', 1 + (position() = last()), 1)"/>
          </fo:block>
        </fo:table-cell>
      </fo:table-row>
    </xsl:for-each>
    <xsl:if test="not($listed)">
      <fo:table-row xsl:use-attribute-sets="s:row">
        <xsl:call-template name="s:td">
          <xsl:with-param name="text" select="concat($number, '.1')"/>
          <xsl:with-param name="align" select="'center'"/>
        </xsl:call-template>
        <fo:table-cell xsl:use-attribute-sets="s:cell" number-columns-spanned="2"><fo:block>конкурстық өтінім файлдарын оқу мүмкін болмады.</fo:block></fo:table-cell>
      </fo:table-row>
    </xsl:if>
  </xsl:template>

  <xsl:template name="p:known">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="normalize-space($value)"><xsl:value-of select="normalize-space($value)"/></xsl:when>
      <xsl:otherwise>анықталмады</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

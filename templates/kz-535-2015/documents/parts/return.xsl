<?xml version="1.0" encoding="UTF-8"?>
<!-- Notice to the applicant that the application is returned (clause 16, in the second stage 32), or that it came too late
     and is neither accepted nor considered (clause 13); the stage is the importing template's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                xmlns:r="urn:irikteu:report:1" xmlns:ru="urn:irikteu:russian:1"
                exclude-result-prefixes="s f p d c o r ru">
  <xsl:import href="phrases.xsl"/>
  <xsl:import href="findings.xsl"/>
  <xsl:import href="dossier.xsl"/>
  <xsl:import href="stage.xsl"/>
  <xsl:import href="russian.xsl"/>

  <xsl:variable name="dossier" select="/d:document/o:dossier[1]"/>
  <xsl:variable name="grounds" select="/d:document/r:report[1]/r:finding[@severity = 'error']"/>
  <xsl:variable name="late" select="$dossier/o:intake/@late = 'true' or $dossier/o:intake/@late = '1'"/>

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
    <xsl:if test="not($late)">
      <xsl:call-template name="p:require">
        <xsl:with-param name="part">report with a finding of severity error: nothing is returned without a ground</xsl:with-param>
        <xsl:with-param name="nodes" select="$grounds"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="about">
      <xsl:choose>
        <xsl:when test="$late">Конкурстық өтінімнің қабылданбайтыны және қаралмайтыны туралы</xsl:when>
        <xsl:otherwise>Конкурстық өтінімді қайтару туралы</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">
        <xsl:value-of select="concat($about, ' хабарлама')"/>
        <xsl:if test="@number"><xsl:value-of select="concat(' №&#160;', @number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="author" select="$p:organiser/c:name"/>
      <xsl:with-param name="subject" select="$dossier/o:application/o:cluster_name"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer">
          <xsl:with-param name="form">
            <xsl:choose>
              <xsl:when test="$late">Хабарлама, 13-тармақ</xsl:when>
              <xsl:otherwise><xsl:value-of select="concat('Қайтару туралы хабарлама, ', $p:returning, '-тармақ')"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead"/>
        <xsl:call-template name="p:date-and-number"/>
        <xsl:call-template name="addressee"/>
        <fo:block xsl:use-attribute-sets="s:type">ХАБАРЛАМА</fo:block>
        <fo:block xsl:use-attribute-sets="s:subject"><xsl:value-of select="$about"/></fo:block>
        <xsl:choose>
          <xsl:when test="$late"><xsl:call-template name="late"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="returned"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="enclosed"/>
        <xsl:call-template name="p:parallel"/>
        <xsl:call-template name="p:signature-of-organiser">
          <xsl:with-param name="in-russian"><xsl:call-template name="ru:position"/></xsl:with-param>
          <xsl:with-param name="caption"><xsl:call-template name="ru:caption"/></xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- To whom. A free name is not inflected: it stands after "Кімге:". What stands in the place of a signatory's name and has no
       letter is no name, as the report says: nobody is addressed so. -->
  <xsl:template name="addressee">
    <xsl:variable name="application" select="$dossier/o:application"/>
    <fo:block start-indent="{$text-width * 0.5}mm" space-after="10pt" keep-together.within-page="always">
      <fo:block ir:role="P">
        <xsl:text>Кімге: </xsl:text>
        <xsl:choose>
          <xsl:when test="normalize-space($application/o:applicant_name)"><xsl:value-of select="normalize-space($application/o:applicant_name)"/></xsl:when>
          <xsl:otherwise>конкурсқа қатысушы</xsl:otherwise>
        </xsl:choose>
      </fo:block>
      <xsl:if test="normalize-space($application/o:signatory/o:name)">
        <fo:block ir:role="P" space-before="4pt">
          <xsl:variable name="person" select="$application/o:signatory/o:name[f:has-letter(.)]"/>
          <xsl:value-of select="normalize-space($application/o:signatory/o:position)"/>
          <xsl:if test="$person and normalize-space($application/o:signatory/o:position)">: </xsl:if>
          <xsl:call-template name="s:person"><xsl:with-param name="name" select="$person"/></xsl:call-template>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- "Сіз ұсынған конкурстық өтінім (…)": which application. -->
  <xsl:template name="application">
    <xsl:text>Сіз ұсынған конкурстық өтінім (</xsl:text>
    <xsl:call-template name="p:cluster"><xsl:with-param name="name" select="$dossier/o:application/o:cluster_name"/></xsl:call-template>
    <xsl:if test="normalize-space($dossier/o:intake/o:number)">
      <xsl:value-of select="concat('; тіркеу нөмірі&#160;– ', normalize-space($dossier/o:intake/o:number))"/>
    </xsl:if>
    <xsl:if test="normalize-space($dossier/o:intake/o:received)">
      <xsl:text>; келіп түскен уақыты&#160;– </xsl:text>
      <xsl:call-template name="p:moment"><xsl:with-param name="moment" select="$dossier/o:intake/o:received"/></xsl:call-template>
    </xsl:if>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template name="returned">
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:call-template name="application"/>
      <xsl:text> </xsl:text>
      <xsl:copy-of select="$p:rules-of-the-act"/>
      <xsl:value-of select="concat(' ', $p:checking, '-тармағына сәйкес Қағидалардың ', $p:requirements, '-тармағында белгіленген талаптарға сәйкестігі тұрғысынан тексерілді. Тексеру нәтижесінде өтінімнің көрсетілген талаптарға сай келмейтіні белгіленді.')"/>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
      <xsl:value-of select="concat('Осыған байланысты Қағидалардың ', $p:returning, '-тармағына сәйкес конкурстық өтінім мынадай негіз')"/>
      <xsl:if test="count($grounds) != 1">дер</xsl:if>
      <xsl:text> бойынша қайтарылады:</xsl:text>
    </fo:block>
    <fo:list-block provisional-distance-between-starts="12.5mm" provisional-label-separation="3mm" space-after="4pt">
      <xsl:apply-templates select="$grounds" mode="ground"/>
    </fo:list-block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:if test="$grounds/r:remedy">Түзету жолдары Сізге мәлімет үшін көрсетілді. </xsl:if>
      <xsl:text>Қағидалардың 13-тармағына сәйкес қабылдауға арналған мерзім </xsl:text>
      <xsl:if test="$p:competition/c:acceptance">
        <xsl:text>(аяқталған уақыты&#160;– </xsl:text>
        <xsl:call-template name="p:moment"><xsl:with-param name="moment" select="$p:competition/c:acceptance/@until"/></xsl:call-template>
        <xsl:text>) </xsl:text>
      </xsl:if>
      <xsl:text>өткен соң ұсынылған конкурстық өтінімдер қабылданбайды және қаралмайды.</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:finding" mode="ground">
    <fo:list-item space-after="4pt">
      <fo:list-item-label end-indent="label-end()"><fo:block><xsl:value-of select="concat(position(), '.')"/></fo:block></fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block keep-with-next.within-page="always">
          <xsl:call-template name="p:said"/>
        </fo:block>
        <fo:block keep-together.within-page="always">
          <fo:inline font-style="italic">Негізі: </fo:inline>
          <xsl:call-template name="p:ground"><xsl:with-param name="rules" select="true()"/></xsl:call-template>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:variable name="place"><xsl:call-template name="p:place"/></xsl:variable>
        <xsl:if test="string($place)">
          <fo:block keep-with-previous.within-page="always">
            <fo:inline font-style="italic">Орны: </fo:inline>
            <xsl:value-of select="$place"/>
            <!-- What the headings say already is not said again. -->
            <xsl:if test="normalize-space(r:quotation) and not(contains($place, normalize-space(r:quotation)))"><xsl:value-of select="concat(': «', normalize-space(r:quotation), '»')"/></xsl:if>
          </fo:block>
        </xsl:if>
        <xsl:variable name="remedy"><xsl:call-template name="p:remedy"/></xsl:variable>
        <xsl:if test="string($remedy)">
          <fo:block keep-with-previous.within-page="always">
            <fo:inline font-style="italic">Түзету жолы: </fo:inline>
            <xsl:value-of select="$remedy"/>
          </fo:block>
        </xsl:if>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template name="late">
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:call-template name="application"/>
      <xsl:text> конкурстық өтінімдерді қабылдауға арналған мерзім өткен соң ұсынылды.</xsl:text>
      <xsl:if test="$p:competition/c:acceptance">
        <xsl:text> Қабылдау мерзімінің аяқталған уақыты&#160;– </xsl:text>
        <xsl:call-template name="p:moment"><xsl:with-param name="moment" select="$p:competition/c:acceptance/@until"/></xsl:call-template>
        <xsl:text>.</xsl:text>
      </xsl:if>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:copy-of select="$p:rules-of-the-act"/>
      <xsl:text> 13-тармағына сәйкес конкурстық өтінімді қабылдауға арналған мерзім өткен соң ұсынылған конкурстық өтінімдер қабылданбайды және қаралмайды.</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">Осыған байланысты аталған конкурстық өтінім қабылданбайды және қаралмайды. Оның келіп түскені тіркеу журналында көрсетілді.</fo:block>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:type"><xsl:with-param name="text">УВЕДОМЛЕНИЕ</xsl:with-param></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$late">
        <xsl:call-template name="ru:subject"><xsl:with-param name="text">О том, что конкурсная заявка не принимается и не рассматривается</xsl:with-param></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:call-template name="ru:application"/>
          <xsl:text> представлена по истечении срока приёма конкурсных заявок.</xsl:text>
          <xsl:if test="$p:competition/c:acceptance">
            <xsl:text> Время окончания срока приёма&#160;– </xsl:text>
            <xsl:call-template name="ru:moment"><xsl:with-param name="moment" select="$p:competition/c:acceptance/@until"/></xsl:call-template>
            <xsl:text>.</xsl:text>
          </xsl:if>
        </fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>В соответствии с пунктом&#160;13 </xsl:text>
          <xsl:copy-of select="$ru:rules-of-the-act"/>
          <xsl:text>, конкурсные заявки, представленные по истечении срока приёма, не принимаются и не рассматриваются.</xsl:text>
        </fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">В связи с этим указанная конкурсная заявка не принимается и не рассматривается. Её поступление отмечено в журнале регистрации.</fo:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ru:subject"><xsl:with-param name="text">О возврате конкурсной заявки</xsl:with-param></xsl:call-template>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:call-template name="ru:application"/>
          <xsl:value-of select="concat(' в соответствии с пунктом&#160;', $p:checking, ' ')"/>
          <xsl:copy-of select="$ru:rules-of-the-act"/>
          <xsl:value-of select="concat(', проверена на соответствие требованиям, установленным пунктом&#160;', $p:requirements, ' Правил. В результате проверки установлено, что заявка указанным требованиям не соответствует.')"/>
        </fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">
          <xsl:value-of select="concat('В связи с этим в соответствии с пунктом&#160;', $p:returning, ' Правил конкурсная заявка возвращается по ')"/>
          <xsl:choose>
            <xsl:when test="count($grounds) = 1">следующему основанию:</xsl:when>
            <xsl:otherwise>следующим основаниям:</xsl:otherwise>
          </xsl:choose>
        </fo:block>
        <fo:list-block provisional-distance-between-starts="12.5mm" provisional-label-separation="3mm" space-after="4pt">
          <xsl:apply-templates select="$grounds" mode="ru"/>
        </fo:list-block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:if test="$grounds/r:remedy">Способы исправления указаны для Вашего сведения. </xsl:if>
          <xsl:text>В соответствии с пунктом&#160;13 Правил конкурсные заявки, представленные по истечении срока приёма</xsl:text>
          <xsl:if test="$p:competition/c:acceptance">
            <xsl:text> (время окончания&#160;– </xsl:text>
            <xsl:call-template name="ru:moment"><xsl:with-param name="moment" select="$p:competition/c:acceptance/@until"/></xsl:call-template>
            <xsl:text>)</xsl:text>
          </xsl:if>
          <xsl:text>, не принимаются и не рассматриваются.</xsl:text>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:finding" mode="ru">
    <fo:list-item space-after="4pt">
      <fo:list-item-label end-indent="label-end()"><fo:block><xsl:value-of select="concat(position(), '.')"/></fo:block></fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block keep-with-next.within-page="always">
          <xsl:call-template name="ru:of-the-report"><xsl:with-param name="said" select="r:message"/></xsl:call-template>
        </fo:block>
        <fo:block keep-together.within-page="always">
          <fo:inline font-style="italic">Основание: </fo:inline>
          <xsl:call-template name="ru:ground"/>
          <xsl:text>.</xsl:text>
        </fo:block>
        <xsl:variable name="place">
          <xsl:call-template name="s:join">
            <xsl:with-param name="a" select="@file"/>
            <xsl:with-param name="b" select="r:headings"/>
            <xsl:with-param name="c"><xsl:call-template name="p:place-in-russian"><xsl:with-param name="place" select="normalize-space(@place)"/></xsl:call-template></xsl:with-param>
          </xsl:call-template>
        </xsl:variable>
        <xsl:if test="string($place)">
          <fo:block keep-with-previous.within-page="always">
            <fo:inline font-style="italic">Место: </fo:inline>
            <xsl:value-of select="$place"/>
            <xsl:if test="normalize-space(r:quotation) and not(contains($place, normalize-space(r:quotation)))"><xsl:value-of select="concat(': «', normalize-space(r:quotation), '»')"/></xsl:if>
          </fo:block>
        </xsl:if>
        <xsl:if test="r:remedy">
          <fo:block keep-with-previous.within-page="always">
            <fo:inline font-style="italic">Как исправить: </fo:inline>
            <xsl:call-template name="ru:of-the-report"><xsl:with-param name="said" select="r:remedy"/></xsl:call-template>
          </fo:block>
        </xsl:if>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- What the report says in Russian; where it says nothing in Russian, in Kazakh. -->
  <xsl:template name="ru:of-the-report">
    <xsl:param name="said"/>
    <xsl:choose>
      <xsl:when test="$said[lang('ru')]"><xsl:value-of select="normalize-space($said[lang('ru')][1])"/></xsl:when>
      <xsl:otherwise><fo:inline xml:lang="kk"><xsl:value-of select="normalize-space($said[lang('kk')][1])"/></fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ru:addressees">
    <xsl:call-template name="ru:to-the-applicant">
      <xsl:with-param name="name" select="$dossier/o:application/o:applicant_name"/>
      <xsl:with-param name="signatory" select="$dossier/o:application/o:signatory"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ru:enclosures">
    <xsl:variable name="carriers" select="$dossier/o:intake/o:carriers"/>
    <xsl:if test="$carriers">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:text>Приложение: конкурсная заявка (оригинал&#160;– </xsl:text>
        <xsl:call-template name="ru:copies"><xsl:with-param name="n" select="number(concat('0', $carriers/@originals))"/></xsl:call-template>
        <xsl:text>, копия&#160;– </xsl:text>
        <xsl:call-template name="ru:copies"><xsl:with-param name="n" select="number(concat('0', $carriers/@copies))"/></xsl:call-template>
        <xsl:text>, электронный носитель&#160;– </xsl:text>
        <xsl:choose>
          <xsl:when test="$carriers/@electronic = 'true' or $carriers/@electronic = '1'">имеется</xsl:when>
          <xsl:otherwise>отсутствует</xsl:otherwise>
        </xsl:choose>
        <xsl:text>).</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ru:copies">
    <xsl:param name="n"/>
    <xsl:call-template name="ru:counted">
      <xsl:with-param name="n" select="$n"/><xsl:with-param name="one">экземпляр</xsl:with-param><xsl:with-param name="few">экземпляра</xsl:with-param><xsl:with-param name="many">экземпляров</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- "Представленная Вами конкурсная заявка (…)" -->
  <xsl:template name="ru:application">
    <xsl:text>Представленная Вами конкурсная заявка (</xsl:text>
    <xsl:call-template name="ru:cluster"><xsl:with-param name="of" select="$dossier/o:application/o:cluster_name"/></xsl:call-template>
    <xsl:if test="normalize-space($dossier/o:intake/o:number)">
      <xsl:value-of select="concat('; регистрационный номер&#160;– ', normalize-space($dossier/o:intake/o:number))"/>
    </xsl:if>
    <xsl:if test="normalize-space($dossier/o:intake/o:received)">
      <xsl:text>; время поступления&#160;– </xsl:text>
      <xsl:call-template name="ru:moment"><xsl:with-param name="moment" select="$dossier/o:intake/o:received"/></xsl:call-template>
    </xsl:if>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- What goes back with the notice. -->
  <xsl:template name="enclosed">
    <xsl:if test="$dossier/o:intake/o:carriers">
      <fo:block xsl:use-attribute-sets="s:paragraph">
        <xsl:text>Қосымша: конкурстық өтінім (</xsl:text>
        <xsl:call-template name="p:carriers"><xsl:with-param name="carriers" select="$dossier/o:intake/o:carriers"/></xsl:call-template>
        <xsl:text>).</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

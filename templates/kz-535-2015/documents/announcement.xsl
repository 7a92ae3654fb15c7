<?xml version="1.0" encoding="UTF-8"?>
<!-- Announcement of the competition's first stage (clauses 3–5).
     Input: a document of kind announcement with the competition. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/phrases.xsl"/>
  <xsl:import href="parts/dossier.xsl"/>
  <xsl:import href="parts/russian.xsl"/>

  <xsl:template match="/d:document">
    <xsl:call-template name="p:require">
      <xsl:with-param name="part">competition</xsl:with-param>
      <xsl:with-param name="nodes" select="c:competition"/>
    </xsl:call-template>
    <xsl:call-template name="s:document">
      <xsl:with-param name="title">Аумақтық кластерлерді конкурстық іріктеудің өткізілетіні туралы хабарландыру</xsl:with-param>
      <xsl:with-param name="author" select="$p:organiser/c:name"/>
      <xsl:with-param name="subject" select="$p:competition/c:title"/>
      <xsl:with-param name="date" select="@clock"/>
      <xsl:with-param name="form">
        <xsl:call-template name="p:footer"><xsl:with-param name="form">Хабарландыру, 4-тармақ</xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="p:letterhead"/>
        <fo:block xsl:use-attribute-sets="s:type">ХАБАРЛАНДЫРУ</fo:block>
        <xsl:call-template name="p:date-and-number"/>
        <fo:block xsl:use-attribute-sets="s:subject">Аумақтық кластерлерді конкурстық іріктеудің өткізілетіні туралы</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:value-of select="concat(normalize-space($p:organiser/c:name), ' ')"/>
          <xsl:copy-of select="$p:rules-of-the-act"/>
          <xsl:text> 3 және 4-тармақтарына сәйкес конкурстың (</xsl:text>
          <xsl:value-of select="normalize-space($p:competition/c:title)"/>
          <xsl:text>) өткізілетіні туралы хабарлайды.</xsl:text>
        </fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">1. Қағидалардың 2-тармағының 7)&#160;тармақшасына сәйкес конкурстың бірінші кезеңіне өңірлік кәсіпкерлер палаталары, әлеуметтік-кәсіпкерлік корпорациялар, арнайы экономикалық аймақтардың басқарушы компаниялары, бизнес-қауымдастықтар қатысады.</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">
          <xsl:text>2. Өтінімдерді (құжаттаманы) қабылдау мерзімі: </xsl:text>
          <xsl:call-template name="p:acceptance"/>
          <xsl:text>. Қағидалардың 13-тармағына сәйкес осы мерзім өткен соң ұсынылған конкурстық өтінімдер қабылданбайды және қаралмайды.</xsl:text>
        </fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">3. Қағидалардың 6-тармағына сәйкес бірінші кезеңде ұсынылатын конкурстық өтінім мыналарды қамтиды:</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">1) Қағидаларға 1-қосымшаға сәйкес нысан бойынша өтінімді;</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">2) Қағидаларға 2-қосымшада баяндалған құрылымға сәйкес Аумақтық кластерді дамыту жөніндегі тұжырымдаманы;</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">3) Қағидаларға 3-қосымшаға сәйкес облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының қорытындысын. Қорытынды өтінім қорытынды беруге тіркелген күнінен бастап 5 (бес) жұмыс күні ішінде беріледі.</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">4. Қағидалардың 9-тармағына сәйкес өтінім қағаз тасығышта екі данада – саны бір данадағы түпнұсқасы мен саны бір данадағы көшірмесі және электрондық тасығышта ұсынылады.</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">5. Қағидалардың 11-тармағына сәйкес өтінім бір немесе бірнеше папкаға (томдарға) топтастырылып, нөмірленуге тиіс. Өтініш пен тиісті құжаттар орналасқан парақтарды көрсете отырып, өтінім құрамына кіретін құжаттар тізбесі бірінші тігіледі.</fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph">6. Қағидалардың 10-тармағына сәйкес қатысушы қабылдау мерзімі аяқталғанға дейін негізделген себептерді баяндай отырып, конкурсты ұйымдастырушыны жазбаша хабардар ету арқылы тіркелген конкурстық өтінімге өзгерістер енгізе алады немесе оны кері қайтарып ала алады.</fo:block>
        <xsl:variable name="reach"><xsl:call-template name="p:reach"/></xsl:variable>
        <xsl:if test="string($reach)">
          <fo:block xsl:use-attribute-sets="s:paragraph">
            <xsl:value-of select="concat('7. Өтінімдер қабылданатын мекенжай және байланыс деректері: ', $reach, '.')"/>
          </fo:block>
        </xsl:if>
        <xsl:call-template name="p:parallel"/>
        <xsl:call-template name="p:signature-of-organiser">
          <xsl:with-param name="in-russian"><xsl:call-template name="ru:position"/></xsl:with-param>
          <xsl:with-param name="caption"><xsl:call-template name="ru:caption"/></xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:type"><xsl:with-param name="text">ОБЪЯВЛЕНИЕ</xsl:with-param></xsl:call-template>
    <xsl:call-template name="ru:subject"><xsl:with-param name="text">О проведении конкурсного отбора территориальных кластеров</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$p:organiser/c:name"/></xsl:call-template>
      <xsl:text> в соответствии с пунктами&#160;3 и&#160;4 </xsl:text>
      <xsl:copy-of select="$ru:rules-of-the-act"/>
      <xsl:text>, объявляет о проведении конкурса (</xsl:text>
      <xsl:call-template name="ru:value"><xsl:with-param name="of" select="$p:competition/c:title"/></xsl:call-template>
      <xsl:text>).</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">1. В соответствии с подпунктом&#160;7) пункта&#160;2 Правил в первом этапе конкурса участвуют региональные палаты предпринимателей, социально-предпринимательские корпорации, управляющие компании специальных экономических зон, бизнес-ассоциации.</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">
      <xsl:text>2. Срок приёма заявок (документации): </xsl:text>
      <xsl:call-template name="ru:acceptance"/>
      <xsl:text>. В соответствии с пунктом&#160;13 Правил конкурсные заявки, представленные по истечении этого срока, не принимаются и не рассматриваются.</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph" keep-with-next.within-page="always">3. В соответствии с пунктом&#160;6 Правил конкурсная заявка, представляемая на первом этапе, включает:</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">1) заявку по форме согласно приложению&#160;1 к Правилам;</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">2) концепцию по развитию территориального кластера по структуре, изложенной в приложении&#160;2 к Правилам;</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">3) заключение местного исполнительного органа области, города республиканского значения, столицы согласно приложению&#160;3 к Правилам. Заключение выдаётся в течение 5&#160;(пяти) рабочих дней со дня регистрации заявки на выдачу заключения.</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">4. В соответствии с пунктом&#160;9 Правил заявка представляется на бумажном носителе в двух экземплярах – оригинал в одном экземпляре и копия в одном экземпляре – и на электронном носителе.</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">5. В соответствии с пунктом&#160;11 Правил заявка комплектуется в одну или несколько папок (томов) и нумеруется. Первым подшивается перечень документов, входящих в состав заявки, с указанием листов, на которых расположены заявление и соответствующие документы.</fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph">6. В соответствии с пунктом&#160;10 Правил участник до окончания срока приёма вправе внести изменения в зарегистрированную конкурсную заявку или отозвать её, письменно уведомив организатора конкурса с изложением обоснованных причин.</fo:block>
    <xsl:variable name="reach"><xsl:call-template name="ru:reach-of"><xsl:with-param name="body" select="$p:organiser"/></xsl:call-template></xsl:variable>
    <xsl:if test="string($reach)">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:value-of select="concat('7. Адрес приёма заявок и контактные данные: ', $reach, '.')"/></fo:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Answer to an applicant's notice of a change or a withdrawal (clause 10): acknowledged before acceptance closes, refused after.
     Input: a document of kind change-receipt with the competition, the dossier, the request. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" xmlns:p="urn:irikteu:phrases:1" xmlns:ru="urn:irikteu:russian:1"
                xmlns:d="urn:irikteu:document:1" xmlns:c="urn:irikteu:competition:1" xmlns:o="urn:irikteu:dossier:1"
                exclude-result-prefixes="s f p ru d c o">
  <xsl:import href="parts/letter.xsl"/>

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
      <xsl:with-param name="part">request</xsl:with-param>
      <xsl:with-param name="nodes" select="d:request"/>
    </xsl:call-template>
    <xsl:call-template name="p:letter">
      <xsl:with-param name="form">Хабарлама, 10-тармақ</xsl:with-param>
      <xsl:with-param name="subject"><xsl:value-of select="$subject"/></xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Сіздің </xsl:text><xsl:choose><xsl:when test="d:request/@kind = 'change'">тіркелген конкурстық өтінімге өзгерістер енгізу</xsl:when><xsl:otherwise>тіркелген конкурстық өтінімді кері қайтарып алу</xsl:otherwise></xsl:choose><xsl:text> туралы жазбаша хабарламаңыз</xsl:text><xsl:if test="d:request/@number"><xsl:value-of select="concat(' (№&#160;', d:request/@number, ')')"/></xsl:if><xsl:text> келіп түсті. Келіп түскен уақыты: </xsl:text><xsl:call-template name="p:moment"><xsl:with-param name="moment" select="d:request/@received"/></xsl:call-template><xsl:text>. Конкурстық өтінім: </xsl:text><xsl:call-template name="p:cluster"><xsl:with-param name="name" select="o:dossier/o:application/o:cluster_name"/></xsl:call-template><xsl:if test="normalize-space(o:dossier/o:intake/o:number)"><xsl:value-of select="concat(', тіркеу нөмірі&#160;– ', normalize-space(o:dossier/o:intake/o:number))"/></xsl:if><xsl:text>.</xsl:text></fo:block>
        <xsl:if test="normalize-space(d:request)">
          <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Хабарламада баяндалған себептер: «</xsl:text><xsl:value-of select="normalize-space(d:request)"/><xsl:call-template name="p:end-of-quotation"><xsl:with-param name="text" select="d:request"/></xsl:call-template></fo:block>
        </xsl:if>
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:choose>
            <xsl:when test="$accepted and d:request/@kind = 'change'"><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 10-тармағына сәйкес хабарлама конкурстық өтінімдер беру үшін белгіленген мерзім аяқталғанға дейін ұсынылды және қабылданды. Өзгерістер тіркелген конкурстық өтінімнің құрамында қаралады.</xsl:text></xsl:when>
            <xsl:when test="$accepted"><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 10-тармағына сәйкес хабарлама конкурстық өтінімдер беру үшін белгіленген мерзім аяқталғанға дейін ұсынылды және қабылданды. Конкурстық өтінім кері қайтарып алынды деп есептеледі және Сізге қайтарылады.</xsl:text></xsl:when>
            <xsl:otherwise><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 10-тармағына сәйкес өтінімге өзгерістер енгізуге немесе оны кері қайтарып алуға конкурстық өтінімдер беру үшін белгіленген мерзім аяқталғанға дейін ғана болады. Хабарлама осы мерзім (</xsl:text><xsl:call-template name="p:moment"><xsl:with-param name="moment" select="c:competition/c:acceptance/@until"/></xsl:call-template><xsl:text>) аяқталғаннан кейін келіп түскендіктен қабылданбайды, тіркелген конкурстық өтінім өзгеріссіз қаралады.</xsl:text></xsl:otherwise>
          </xsl:choose></fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">
        <xsl:choose>
          <xsl:when test="$accepted">О принятии уведомления </xsl:when>
          <xsl:otherwise>Об отказе в принятии уведомления </xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="d:request/@kind = 'change'">о внесении изменений в конкурсную заявку</xsl:when>
          <xsl:otherwise>об отзыве конкурсной заявки</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Поступило Ваше письменное уведомление</xsl:text><xsl:if test="normalize-space(d:request/@number)"><xsl:value-of select="concat(' (№&#160;', normalize-space(d:request/@number), ')')"/></xsl:if><xsl:choose><xsl:when test="d:request/@kind = 'change'"> о внесении изменений в зарегистрированную конкурсную заявку</xsl:when><xsl:otherwise> об отзыве зарегистрированной конкурсной заявки</xsl:otherwise></xsl:choose><xsl:text>. Время поступления: </xsl:text><xsl:call-template name="ru:moment"><xsl:with-param name="moment" select="d:request/@received"/></xsl:call-template><xsl:text>. Конкурсная заявка: </xsl:text><xsl:call-template name="ru:cluster"><xsl:with-param name="of" select="o:dossier/o:application/o:cluster_name"/></xsl:call-template><xsl:if test="normalize-space(o:dossier/o:intake/o:number)"><xsl:value-of select="concat(', регистрационный номер&#160;– ', normalize-space(o:dossier/o:intake/o:number))"/></xsl:if><xsl:text>.</xsl:text></fo:block>
    <xsl:if test="normalize-space(d:request)">
      <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Причины, изложенные в уведомлении: «</xsl:text><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:request"/></xsl:call-template><xsl:call-template name="p:end-of-quotation"><xsl:with-param name="text"><xsl:call-template name="ru:text"><xsl:with-param name="of" select="d:request"/></xsl:call-template></xsl:with-param></xsl:call-template></fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:choose>
        <xsl:when test="$accepted"><xsl:text>В соответствии с пунктом&#160;10 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, уведомление представлено до окончания срока, установленного для подачи конкурсных заявок, и принято. </xsl:text><xsl:choose>
            <xsl:when test="d:request/@kind = 'change'">Изменения рассматриваются в составе зарегистрированной конкурсной заявки.</xsl:when>
            <xsl:otherwise>Конкурсная заявка считается отозванной и возвращается Вам.</xsl:otherwise>
          </xsl:choose></xsl:when>
        <xsl:otherwise><xsl:text>В соответствии с пунктом&#160;10 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, внести изменения в заявку или отозвать её можно только до окончания срока, установленного для подачи конкурсных заявок. Поскольку уведомление поступило после окончания этого срока (</xsl:text><xsl:call-template name="ru:moment"><xsl:with-param name="moment" select="c:competition/c:acceptance/@until"/></xsl:call-template><xsl:text>), оно не принимается; зарегистрированная конкурсная заявка рассматривается без изменений.</xsl:text></xsl:otherwise>
      </xsl:choose></fo:block>
  </xsl:template>

  <xsl:template name="ru:addressees">
    <xsl:call-template name="ru:to-the-applicant"><xsl:with-param name="name" select="/d:document/o:dossier/o:application/o:applicant_name"/></xsl:call-template>
  </xsl:template>

  <xsl:variable name="accepted" select="/d:document/d:request/@accepted = 'true' or /d:document/d:request/@accepted = '1'"/>
  <xsl:variable name="subject">
    <xsl:choose>
      <xsl:when test="/d:document/d:request/@kind = 'change'">Конкурстық өтінімге өзгерістер енгізу туралы хабарламаның </xsl:when>
      <xsl:otherwise>Конкурстық өтінімді кері қайтарып алу туралы хабарламаның </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$accepted">қабылданғаны туралы</xsl:when>
      <xsl:otherwise>қабылданбайтыны туралы</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- To the applicant. -->
  <xsl:template name="p:addressees">
    <xsl:variable name="application" select="/d:document/o:dossier/o:application"/>
    <fo:block start-indent="{$text-width * 0.5}mm" space-after="12pt" keep-with-next.within-page="always">
      <fo:block ir:role="P">
        <xsl:text>Кімге: </xsl:text>
        <xsl:choose>
          <xsl:when test="normalize-space($application/o:applicant_name)"><xsl:value-of select="normalize-space($application/o:applicant_name)"/></xsl:when>
          <xsl:otherwise>конкурсқа қатысушы</xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>

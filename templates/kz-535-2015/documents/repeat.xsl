<?xml version="1.0" encoding="UTF-8"?>
<!-- Notice of the repeat of a competition that did not take place (clause 42).
     Input: a document of kind repeat with the competition that is repeated, its new acceptance, and as basis the protocol that
     found that it had not taken place. -->
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
      <xsl:with-param name="part">basis</xsl:with-param>
      <xsl:with-param name="nodes" select="d:basis"/>
    </xsl:call-template>
    <xsl:call-template name="p:letter">
      <xsl:with-param name="form">Хабарлама, 42-тармақ</xsl:with-param>
      <xsl:with-param name="subject">Аумақтық кластерлерді конкурстық іріктеудің қайта өткізілетіні туралы</xsl:with-param>
      <xsl:with-param name="body">
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Конкурсты ұйымдастырушы </xsl:text><xsl:copy-of select="$p:rules-of-the-act"/><xsl:text> 41-тармағына сәйкес конкурс</xsl:text><xsl:value-of select="concat(' (', normalize-space($p:competition/c:title), ')')"/><xsl:text> өтпеді деп танылғандықтан, Қағидалардың 42-тармағына сәйкес конкурстың қайта өткізілетіні туралы хабарлайды. Негізі: </xsl:text><xsl:value-of select="normalize-space(d:basis[1])"/><xsl:call-template name="p:cited-in-brackets"><xsl:with-param name="paper" select="d:basis[1]"/></xsl:call-template><xsl:text>.</xsl:text></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Өтінімдерді (құжаттаманы) қабылдау мерзімі: </xsl:text><xsl:call-template name="p:acceptance"/><xsl:text>. Қағидалардың 13-тармағына сәйкес осы мерзім өткен соң ұсынылған конкурстық өтінімдер қабылданбайды және қаралмайды.</xsl:text></fo:block>
        <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Конкурстық өтінімнің құрамы, оны ұсыну тәртібі және конкурсқа қатысушыларға қойылатын талаптар Қағидалардың 2, 6–12-тармақтарында белгіленген.</xsl:text>
          <xsl:variable name="reach"><xsl:call-template name="p:reach"/></xsl:variable>
          <xsl:if test="string($reach)"><xsl:value-of select="concat(' Өтінімдер қабылданатын мекенжай және байланыс деректері: ', $reach, '.')"/></xsl:if></fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:document" mode="ru">
    <xsl:call-template name="ru:letter-subject"><xsl:with-param name="text">О повторном проведении конкурсного отбора территориальных кластеров</xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Организатор конкурса в связи с признанием конкурса (</xsl:text><xsl:call-template name="ru:value"><xsl:with-param name="of" select="$p:competition/c:title"/></xsl:call-template><xsl:text>) несостоявшимся согласно пункту&#160;41 </xsl:text><xsl:copy-of select="$ru:rules-of-the-act"/><xsl:text>, в соответствии с пунктом&#160;42 Правил сообщает о повторном проведении конкурса. Основание: </xsl:text><xsl:call-template name="ru:value"><xsl:with-param name="of" select="d:basis[1]"/></xsl:call-template><xsl:call-template name="ru:cited"><xsl:with-param name="paper" select="d:basis[1]"/></xsl:call-template><xsl:text>.</xsl:text></fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Срок приёма заявок (документации): </xsl:text><xsl:call-template name="ru:acceptance"/><xsl:text>. В соответствии с пунктом&#160;13 Правил конкурсные заявки, представленные по истечении этого срока, не принимаются и не рассматриваются.</xsl:text></fo:block>
    <fo:block xsl:use-attribute-sets="s:paragraph"><xsl:text>Состав конкурсной заявки, порядок её представления и требования к участникам конкурса установлены пунктами&#160;2, 6–12 Правил.</xsl:text>
      <xsl:variable name="reach"><xsl:call-template name="ru:reach-of"><xsl:with-param name="body" select="$p:organiser"/></xsl:call-template></xsl:variable>
      <xsl:if test="string($reach)"><xsl:value-of select="concat(' Адрес приёма заявок и контактные данные: ', $reach, '.')"/></xsl:if></fo:block>
  </xsl:template>
</xsl:stylesheet>

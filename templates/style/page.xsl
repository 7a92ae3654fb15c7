<?xml version="1.0" encoding="UTF-8"?>
<!-- The sheet: masters, metadata, footer with form, edition and page number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:d="urn:irikteu:document:1" exclude-result-prefixes="s d">

  <!-- The footer stands inside the lower margin, this many millimetres above the sheet's edge. -->
  <xsl:param name="footer-distance" select="9"/>

  <xsl:attribute-set name="s:root">
    <xsl:attribute name="font-family"><xsl:value-of select="$font-family"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="concat($font-size, 'pt')"/></xsl:attribute>
    <xsl:attribute name="line-height">1.15</xsl:attribute>
    <xsl:attribute name="xml:lang">kk</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:footer">
    <xsl:attribute name="font-size"><xsl:value-of select="concat($small-font-size, 'pt')"/></xsl:attribute>
    <xsl:attribute name="line-height">1.1</xsl:attribute>
  </xsl:attribute-set>

  <!-- A whole document.
       title, author, subject: for the PDF's metadata; date: its moment of issue; language: "kk".
       form: what the footer says at the left: which form, of which act, in which edition.
       content: the flow's blocks. orientation: portrait or landscape. bookmarks: an fo:bookmark-tree, if any. -->
  <xsl:template name="s:document">
    <xsl:param name="title"/>
    <xsl:param name="author"/>
    <xsl:param name="subject"/>
    <xsl:param name="date"/>
    <xsl:param name="language" select="'kk'"/>
    <xsl:param name="form"/>
    <xsl:param name="content"/>
    <xsl:param name="orientation" select="'portrait'"/>
    <xsl:param name="bookmarks" select="/.."/>
    <fo:root xsl:use-attribute-sets="s:root">
      <fo:layout-master-set>
        <xsl:choose>
          <xsl:when test="$orientation = 'landscape'">
            <!-- The binding edge of a landscape sheet is its upper one. -->
            <xsl:call-template name="s:page-master">
              <xsl:with-param name="width" select="$page-height"/>
              <xsl:with-param name="height" select="$page-width"/>
              <xsl:with-param name="top" select="$margin-left"/>
              <xsl:with-param name="bottom" select="$margin-bottom"/>
              <xsl:with-param name="left" select="$margin-top"/>
              <xsl:with-param name="right" select="$margin-right"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="s:page-master">
              <xsl:with-param name="width" select="$page-width"/>
              <xsl:with-param name="height" select="$page-height"/>
              <xsl:with-param name="top" select="$margin-top"/>
              <xsl:with-param name="bottom" select="$margin-bottom"/>
              <xsl:with-param name="left" select="$margin-left"/>
              <xsl:with-param name="right" select="$margin-right"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </fo:layout-master-set>
      <fo:declarations>
        <ir:document title="{normalize-space($title)}" author="{normalize-space($author)}"
                     subject="{normalize-space($subject)}" language="{$language}" date="{$date}"/>
      </fo:declarations>
      <xsl:copy-of select="$bookmarks"/>
      <fo:page-sequence master-reference="sheet" id="pages">
        <fo:static-content flow-name="xsl-region-after">
          <xsl:call-template name="s:footer">
            <xsl:with-param name="form" select="$form"/>
          </xsl:call-template>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:copy-of select="$content"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="s:page-master">
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:param name="top"/>
    <xsl:param name="bottom"/>
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <fo:simple-page-master master-name="sheet" page-width="{$width}mm" page-height="{$height}mm"
                           margin-top="{$top}mm" margin-bottom="{$footer-distance}mm"
                           margin-left="{$left}mm" margin-right="{$right}mm">
      <fo:region-body margin-bottom="{$bottom - $footer-distance}mm"/>
      <fo:region-after extent="{$bottom - $footer-distance - 3}mm" display-align="after"/>
    </fo:simple-page-master>
  </xsl:template>

  <xsl:template name="s:footer">
    <xsl:param name="form"/>
    <fo:block xsl:use-attribute-sets="s:footer" text-align="justify" text-align-last="justify">
      <xsl:value-of select="normalize-space($form)"/>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:text> </xsl:text>
      <fo:page-number/>
      <xsl:text>&#160;/&#160;</xsl:text>
      <fo:page-number-citation-last ref-id="pages"/>
    </fo:block>
    <!-- A document that is issued into the archive prints the head of its log. -->
    <xsl:for-each select="/d:document/d:archive">
      <fo:block xsl:use-attribute-sets="s:footer">
        <xsl:value-of select="concat('Архив журналы: ', @entries, ' жазба, түбірі ', @root)"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The house style of word-processor blanks: one package as Flat OPC (ISO/IEC 29500-2, the pkg namespace), with styles, numbering
     that headings carry, a footer with page numbers, and content controls for what is to be filled in. Sizes are half points,
     lengths twentieths of a point. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                xmlns:s="urn:irikteu:style:1" exclude-result-prefixes="s">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:param name="font-family" select="'Liberation Serif'"/>
  <xsl:param name="font-size" select="14"/>
  <xsl:param name="margin-left" select="20"/>
  <xsl:param name="margin-right" select="10"/>
  <xsl:param name="margin-top" select="20"/>
  <xsl:param name="margin-bottom" select="20"/>
  <!-- Word processors know the metric twin by this name and put Liberation in its place where it is absent. -->
  <xsl:variable name="s:word-font">
    <xsl:choose>
      <xsl:when test="$font-family = 'Liberation Serif'">Times New Roman</xsl:when>
      <xsl:otherwise><xsl:value-of select="$font-family"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- A whole package. title: for the properties; body: the blocks; orientation: portrait or landscape. -->
  <xsl:template name="s:package">
    <xsl:param name="title"/>
    <xsl:param name="body"/>
    <xsl:param name="orientation">portrait</xsl:param>
    <pkg:package>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/_rels/.rels</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-package.relationships+xml</xsl:with-param>
        <xsl:with-param name="content">
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
          </Relationships>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/docProps/core.xml</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-package.core-properties+xml</xsl:with-param>
        <xsl:with-param name="content">
          <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><xsl:value-of select="$title"/></dc:title>
            <dc:language>kk</dc:language>
          </cp:coreProperties>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/word/_rels/document.xml.rels</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-package.relationships+xml</xsl:with-param>
        <xsl:with-param name="content">
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer.xml"/>
          </Relationships>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/word/styles.xml</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml</xsl:with-param>
        <xsl:with-param name="content"><xsl:call-template name="s:styles"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/word/numbering.xml</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml</xsl:with-param>
        <xsl:with-param name="content"><xsl:call-template name="s:numbering"/></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/word/footer.xml</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml</xsl:with-param>
        <xsl:with-param name="content">
          <w:ftr><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="s:part">
        <xsl:with-param name="name">/word/document.xml</xsl:with-param>
        <xsl:with-param name="type">application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml</xsl:with-param>
        <xsl:with-param name="content">
          <w:document>
            <w:body>
              <xsl:copy-of select="$body"/>
              <w:sectPr>
                <w:footerReference w:type="default" r:id="rId3"/>
                <xsl:choose>
                  <xsl:when test="$orientation = 'landscape'">
                    <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>
                    <w:pgMar w:top="{round($margin-left * 56.7)}" w:right="{round($margin-right * 56.7)}" w:bottom="{round($margin-bottom * 56.7)}" w:left="{round($margin-top * 56.7)}" w:header="567" w:footer="510" w:gutter="0"/>
                  </xsl:when>
                  <xsl:otherwise>
                    <w:pgSz w:w="11906" w:h="16838"/>
                    <w:pgMar w:top="{round($margin-top * 56.7)}" w:right="{round($margin-right * 56.7)}" w:bottom="{round($margin-bottom * 56.7)}" w:left="{round($margin-left * 56.7)}" w:header="567" w:footer="510" w:gutter="0"/>
                  </xsl:otherwise>
                </xsl:choose>
              </w:sectPr>
            </w:body>
          </w:document>
        </xsl:with-param>
      </xsl:call-template>
    </pkg:package>
  </xsl:template>

  <xsl:template name="s:part">
    <xsl:param name="name"/>
    <xsl:param name="type"/>
    <xsl:param name="content"/>
    <pkg:part pkg:name="{$name}" pkg:contentType="{$type}"><pkg:xmlData><xsl:copy-of select="$content"/></pkg:xmlData></pkg:part>
  </xsl:template>

  <xsl:template name="s:styles">
    <w:styles>
      <w:docDefaults>
        <w:rPrDefault><w:rPr>
          <w:rFonts w:ascii="{$s:word-font}" w:hAnsi="{$s:word-font}" w:cs="{$s:word-font}" w:eastAsia="{$s:word-font}"/>
          <w:sz w:val="{2 * $font-size}"/><w:szCs w:val="{2 * $font-size}"/><w:lang w:val="kk-KZ"/>
        </w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault>
      </w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:firstLine="709"/><w:jc w:val="both"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="80"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="FormCaption"><w:name w:val="Form Caption"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="FormLine"><w:name w:val="Form Line"/><w:basedOn w:val="Normal"/><w:next w:val="FormCaption"/><w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:before="160" w:after="0"/><w:jc w:val="center"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="CellText"><w:name w:val="Cell Text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="767676"/></w:rPr></w:style>
    </w:styles>
  </xsl:template>

  <!-- 1 numbers headings "1." and "1)"; 2 goes on in the same list with "2.1." where an act numbers an item so. -->
  <xsl:template name="s:numbering">
    <w:numbering>
      <w:abstractNum w:abstractNumId="0">
        <w:multiLevelType w:val="multilevel"/>
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%2)"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>
      </w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="0"/>
        <w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:lvlOverride>
      </w:num>
    </w:numbering>
  </xsl:template>

  <!-- A paragraph of printed text. -->
  <xsl:template name="s:p">
    <xsl:param name="text"/>
    <xsl:param name="style">Normal</xsl:param>
    <xsl:param name="align"/>
    <xsl:param name="left" select="0"/>
    <xsl:param name="more" select="/.."/>
    <w:p>
      <w:pPr>
        <w:pStyle w:val="{$style}"/>
        <xsl:copy-of select="$more"/>
        <xsl:if test="$left &gt; 0"><w:ind w:left="{$left}"/></xsl:if>
        <xsl:if test="string($align)"><w:jc w:val="{$align}"/></xsl:if>
      </w:pPr>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t></w:r>
    </w:p>
  </xsl:template>

  <!-- Where one types: a content control that shows a hint until it is filled. -->
  <xsl:template name="s:control">
    <xsl:param name="tag"/>
    <xsl:param name="hint"/>
    <w:sdt>
      <w:sdtPr><w:tag w:val="{substring($tag, 1, 64)}"/><w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>
      <w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t><xsl:value-of select="$hint"/></w:t></w:r></w:sdtContent>
    </w:sdt>
  </xsl:template>

  <!-- The same for paragraphs and tables of one's own. -->
  <xsl:template name="s:block-control">
    <xsl:param name="tag"/>
    <xsl:param name="hint"/>
    <w:sdt>
      <w:sdtPr><w:tag w:val="{substring($tag, 1, 64)}"/><w:showingPlcHdr/></w:sdtPr>
      <w:sdtContent><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t><xsl:value-of select="$hint"/></w:t></w:r></w:p></w:sdtContent>
    </w:sdt>
  </xsl:template>

  <!-- A line of a form with its caption beneath. -->
  <xsl:template name="s:form-line">
    <xsl:param name="tag"/>
    <xsl:param name="caption"/>
    <w:p><w:pPr><w:pStyle w:val="FormLine"/></w:pPr><xsl:call-template name="s:control"><xsl:with-param name="tag" select="$tag"/><xsl:with-param name="hint">&#x2003;&#x2003;&#x2003;&#x2003;&#x2003;&#x2003;</xsl:with-param></xsl:call-template></w:p>
    <xsl:call-template name="s:p"><xsl:with-param name="text" select="$caption"/><xsl:with-param name="style">FormCaption</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- A table's head: its lines and the widths of its columns. -->
  <xsl:template name="s:table-head">
    <xsl:param name="borders">single</xsl:param>
    <w:tblPr>
      <w:tblW w:w="0" w:type="auto"/>
      <w:tblBorders>
        <w:top w:val="{$borders}" w:sz="4"/><w:left w:val="{$borders}" w:sz="4"/><w:bottom w:val="{$borders}" w:sz="4"/><w:right w:val="{$borders}" w:sz="4"/>
        <w:insideH w:val="{$borders}" w:sz="4"/><w:insideV w:val="{$borders}" w:sz="4"/>
      </w:tblBorders>
      <w:tblLayout w:type="fixed"/>
    </w:tblPr>
  </xsl:template>

  <!-- A cell with printed text, or with a control where tag is given. -->
  <xsl:template name="s:cell-of">
    <xsl:param name="width"/>
    <xsl:param name="span" select="1"/>
    <xsl:param name="merge"/>
    <xsl:param name="text"/>
    <xsl:param name="tag"/>
    <xsl:param name="bold" select="false()"/>
    <xsl:param name="keep" select="false()"/>
    <w:tc>
      <w:tcPr>
        <w:tcW w:w="{$width}" w:type="dxa"/>
        <xsl:if test="$span &gt; 1"><w:gridSpan w:val="{$span}"/></xsl:if>
        <xsl:if test="$merge = 'restart'"><w:vMerge w:val="restart"/></xsl:if>
        <xsl:if test="$merge = 'continue'"><w:vMerge/></xsl:if>
      </w:tcPr>
      <w:p>
        <w:pPr><w:pStyle w:val="CellText"/><xsl:if test="$keep"><w:keepNext/></xsl:if></w:pPr>
        <xsl:if test="string($text)"><w:r><xsl:if test="$bold"><w:rPr><w:b/></w:rPr></xsl:if><w:t><xsl:value-of select="$text"/></w:t></w:r></xsl:if>
        <xsl:if test="string($tag)"><xsl:call-template name="s:control"><xsl:with-param name="tag" select="$tag"/><xsl:with-param name="hint">…</xsl:with-param></xsl:call-template></xsl:if>
      </w:p>
    </w:tc>
  </xsl:template>
</xsl:stylesheet>

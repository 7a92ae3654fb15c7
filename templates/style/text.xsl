<?xml version="1.0" encoding="UTF-8"?>
<!-- Letterhead, headings, paragraphs, and the handling of names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:ir="urn:irikteu:fo:1" xmlns:s="urn:irikteu:style:1"
                xmlns:f="urn:irikteu:functions:1" exclude-result-prefixes="s f">

  <!-- First-line indent of running text, in millimetres. -->
  <xsl:param name="indent" select="12.5"/>

  <xsl:attribute-set name="s:paragraph">
    <xsl:attribute name="ir:role">P</xsl:attribute>
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <xsl:attribute name="text-indent"><xsl:value-of select="concat($indent, 'mm')"/></xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
  </xsl:attribute-set>

  <!-- The document's type in capitals: ХАТТАМА. -->
  <xsl:attribute-set name="s:type">
    <xsl:attribute name="ir:role">H1</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="space-before">8pt</xsl:attribute>
    <xsl:attribute name="space-after">8pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- What the document is about, beneath its type. -->
  <xsl:attribute-set name="s:subject">
    <xsl:attribute name="ir:role">P</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="start-indent">10mm</xsl:attribute>
    <xsl:attribute name="end-indent">10mm</xsl:attribute>
    <xsl:attribute name="space-before">6pt</xsl:attribute>
    <xsl:attribute name="space-after">10pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- What a letter is about, at the left above its text. -->
  <xsl:attribute-set name="s:letter-subject">
    <xsl:attribute name="ir:role">H1</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="concat($text-width * 0.4, 'mm')"/></xsl:attribute>
    <xsl:attribute name="space-before">6pt</xsl:attribute>
    <xsl:attribute name="space-after">10pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:heading">
    <xsl:attribute name="ir:role">H2</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="space-before">10pt</xsl:attribute>
    <xsl:attribute name="space-after">4pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:subheading" use-attribute-sets="s:heading">
    <xsl:attribute name="ir:role">H3</xsl:attribute>
    <xsl:attribute name="space-before">8pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="s:small">
    <xsl:attribute name="ir:role">P</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="concat($small-font-size, 'pt')"/></xsl:attribute>
    <xsl:attribute name="space-before">3pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Letterhead of the body that issues: its name, its unit, how to reach it, a double rule. -->
  <xsl:template name="s:letterhead">
    <xsl:param name="name"/>
    <xsl:param name="unit"/>
    <xsl:param name="address"/>
    <xsl:param name="phone"/>
    <xsl:param name="email"/>
    <xsl:param name="site"/>
    <fo:block ir:role="P" text-align="center" font-weight="bold" keep-with-next.within-page="always">
      <xsl:value-of select="normalize-space($name)"/>
    </fo:block>
    <xsl:if test="normalize-space($unit)">
      <fo:block ir:role="P" text-align="center" keep-with-next.within-page="always">
        <xsl:value-of select="normalize-space($unit)"/>
      </fo:block>
    </xsl:if>
    <xsl:variable name="reach">
      <xsl:call-template name="s:join">
        <xsl:with-param name="a" select="$address"/>
        <xsl:with-param name="b" select="translate($phone, ' ', '&#160;')"/>
        <xsl:with-param name="c" select="$email"/>
        <xsl:with-param name="d" select="$site"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($reach)">
      <fo:block ir:role="P" text-align="center" font-size="{$small-font-size}pt" space-before="2pt"
                keep-with-next.within-page="always">
        <xsl:value-of select="$reach"/>
      </fo:block>
    </xsl:if>
    <fo:block border-bottom="1.5pt solid black" space-before="2pt" space-after="1pt" font-size="2pt" line-height="2pt"
              keep-with-next.within-page="always"/>
    <fo:block border-top="0.5pt solid black" space-after="8pt" font-size="2pt" line-height="2pt"
              keep-with-next.within-page="always"/>
  </xsl:template>

  <!-- Up to four texts with ", " between those that are not empty. -->
  <xsl:template name="s:join">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:param name="d"/>
    <xsl:variable name="x" select="normalize-space($a)"/>
    <xsl:variable name="y" select="normalize-space($b)"/>
    <xsl:variable name="z" select="normalize-space($c)"/>
    <xsl:variable name="w" select="normalize-space($d)"/>
    <xsl:value-of select="$x"/>
    <xsl:if test="$x and $y">, </xsl:if>
    <xsl:value-of select="$y"/>
    <xsl:if test="($x or $y) and $z">, </xsl:if>
    <xsl:value-of select="$z"/>
    <xsl:if test="($x or $y or $z) and $w">, </xsl:if>
    <xsl:value-of select="$w"/>
  </xsl:template>

  <!-- A person's name: initials never part from each other nor from the surname. Full names may break. -->
  <xsl:template name="s:person">
    <xsl:param name="name"/>
    <xsl:param name="rest" select="normalize-space($name)"/>
    <xsl:choose>
      <xsl:when test="contains($rest, ' ')">
        <xsl:variable name="word" select="substring-before($rest, ' ')"/>
        <xsl:variable name="after" select="substring-after($rest, ' ')"/>
        <xsl:value-of select="$word"/>
        <xsl:choose>
          <xsl:when test="contains($word, '.') or (contains($after, '.') and string-length(substring-before($after, '.')) &lt; 3)">&#160;</xsl:when>
          <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="s:person">
          <xsl:with-param name="rest" select="$after"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$rest"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A digest or another long token, with places where a line may break every eight characters. -->
  <xsl:template name="s:breakable">
    <xsl:param name="token"/>
    <xsl:choose>
      <xsl:when test="string-length($token) &gt; 8">
        <xsl:value-of select="concat(substring($token, 1, 8), '&#x200B;')"/>
        <xsl:call-template name="s:breakable">
          <xsl:with-param name="token" select="substring($token, 9)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$token"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

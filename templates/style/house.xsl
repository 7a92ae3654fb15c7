<?xml version="1.0" encoding="UTF-8"?>
<!-- The house style: the one place that says how our documents look. Documents import this file and nothing else of
     this folder. An organisation that wants another look writes a stylesheet with parameters, attribute sets and templates of
     these names (option house) and leaves the act's documents alone.
     Lengths that are parameters are numbers of millimetres or points without a unit. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The sheet, in millimetres. Given by the act's settings; these are the values where it says nothing. -->
  <xsl:param name="page-width" select="210"/>
  <xsl:param name="page-height" select="297"/>
  <xsl:param name="margin-left" select="20"/>
  <xsl:param name="margin-right" select="10"/>
  <xsl:param name="margin-top" select="20"/>
  <xsl:param name="margin-bottom" select="20"/>
  <!-- The letter, in points. -->
  <xsl:param name="font-family" select="'Liberation Serif'"/>
  <xsl:param name="font-size" select="14"/>
  <xsl:param name="table-font-size" select="11"/>
  <xsl:param name="small-font-size" select="9"/>

  <!-- Width of the text, in millimetres. -->
  <xsl:variable name="text-width" select="$page-width - $margin-left - $margin-right"/>

  <xsl:include href="page.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="form.xsl"/>
  <xsl:include href="signature.xsl"/>
</xsl:stylesheet>

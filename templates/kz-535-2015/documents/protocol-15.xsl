<?xml version="1.0" encoding="UTF-8"?>
<!-- Protocol of the organiser on the check of the first stage's applications (clause 15).
     Input: a document of kind protocol-15 with the competition, and for each arrival in order of registration a report and a dossier
     of the same name that says by its intake whether it came late. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:irikteu:phrases:1">
  <xsl:import href="parts/check-protocol.xsl"/>
  <xsl:variable name="p:stage" select="1"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Every paragraph of a Word body as five lines: style, list, level, mark, text. Within the text stand, between two
     carriage returns each, the beginning and the end of every bookmark ("B id name", "E id") and every REF field
     ("R instruction"); words hold no carriage return. Elements named $goes go with the
     changes that are settled: w:del and w:moveFrom to accept all, w:ins and w:moveTo to reject all. Where changes are
     rejected, properties are those of before (w:pPrChange). ECMA-376 part 1, 17.13.5. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="reject" select="false()"/>

  <xsl:template match="/">
    <xsl:apply-templates select="w:document/w:body/*"/>
  </xsl:template>

  <!-- Whatever may hold paragraphs or words is entered, known or not: nothing is to hide in it. -->
  <xsl:template match="*">
    <xsl:apply-templates select="*"/>
  </xsl:template>
  <xsl:template match="w:pPr | w:rPr | w:tblPr | w:tblGrid | w:trPr | w:tcPr | w:fldChar"/>
  <xsl:template match="w:bookmarkStart">
    <xsl:value-of select="concat('&#13;', normalize-space(concat('B ', @w:id, ' ', @w:name)), '&#13;')"/>
  </xsl:template>
  <xsl:template match="w:bookmarkEnd">
    <xsl:value-of select="concat('&#13;', normalize-space(concat('E ', @w:id)), '&#13;')"/>
  </xsl:template>
  <xsl:template match="w:instrText | w:delInstrText">
    <xsl:variable name="instruction" select="normalize-space(.)"/>
    <xsl:if test="starts-with($instruction, 'REF ')">
      <xsl:value-of select="concat('&#13;R ', $instruction, '&#13;')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="w:t | w:delText">
    <xsl:value-of select="translate(., '&#10;&#13;', '  ')"/>
  </xsl:template>
  <xsl:template match="w:tr">
    <xsl:if test="not($reject and (w:trPr/w:ins or w:trPr/w:moveTo)) and not(not($reject) and (w:trPr/w:del or w:trPr/w:moveFrom))">
      <xsl:apply-templates select="*"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="w:ins | w:moveTo">
    <xsl:if test="not($reject)"><xsl:apply-templates select="*"/></xsl:if>
  </xsl:template>
  <xsl:template match="w:del | w:moveFrom">
    <xsl:if test="$reject"><xsl:apply-templates select="*"/></xsl:if>
  </xsl:template>

  <xsl:template match="w:p">
    <xsl:variable name="mark" select="w:pPr/w:rPr"/>
    <xsl:choose>
      <xsl:when test="$reject and w:pPr/w:pPrChange">
        <xsl:call-template name="form"><xsl:with-param name="of" select="w:pPr/w:pPrChange/w:pPr"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="form"><xsl:with-param name="of" select="w:pPr"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$reject and ($mark/w:ins or $mark/w:moveTo)">gone</xsl:when>
      <xsl:when test="not($reject) and ($mark/w:del or $mark/w:moveFrom)">gone</xsl:when>
      <xsl:when test="w:pPr and not(w:pPr/w:sectPr)">kept</xsl:when>
      <xsl:otherwise>bare</xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="*"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="form">
    <xsl:param name="of"/>
    <xsl:value-of select="$of/w:pStyle/@w:val"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="$of/w:numPr">
      <xsl:value-of select="concat($of/w:numPr/w:numId/@w:val, substring('0', 1 + boolean($of/w:numPr/w:numId)))"/>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="$of/w:numPr">
      <xsl:value-of select="concat($of/w:numPr/w:ilvl/@w:val, substring('0', 1 + boolean($of/w:numPr/w:ilvl)))"/>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>

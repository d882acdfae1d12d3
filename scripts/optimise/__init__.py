"""Make the finished site lighter: every page looks and reads as before."""
